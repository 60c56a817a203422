package dev.slipway.admin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.admin.TestHouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A configuration kept in files, from one house to the next and back. */
class ConfigurationCommandTest {
    private static final Map<String, String> SECRETS =
            Map.of("PHONES_SNOM_ADMIN_MODE_PASSWORD", "hunter2", "MAIN_API_SECRET", "hunter3");

    @TempDir
    private Path directory;

    private TestHouse house;
    private String files;

    @BeforeEach
    void open() throws IOException {
        house = new TestHouse(directory.resolve("house"));
        files = directory.resolve("files").toString();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private TestHouse.Ran done(String... words) {
        TestHouse.Ran ran = house.runWithin(SECRETS, words);
        assertThat(ran.exit()).as(ran.err()).isEqualTo(Exit.OK);
        return ran;
    }

    private void fill() {
        done("group", "create", "staff");
        done("group", "create", "Desk/1", "--parent", "staff");
        done("security-model", "create", "tls");
        done("application", "create", "client");
        done("application-host", "create", "sip", "--host", "sip.example.com", "--group", "staff");
        done("download-address", "create", "--application", "client", "--platform", "x", "--url", "https://a.example/");
        done("profile", "create", "phones");
        done(
                "profile",
                "set",
                "phones",
                "--enforced",
                "snom.admin_mode_password=hunter2",
                "--locked",
                "snom.language=German");
        done("assignment", "create", "--profile", "phones", "--group", "Desk/1", "--rank", "3");
        done("user", "create", "ann");
        done("assignment", "create", "--profile", "phones", "--user", "ann");
        assertThat(house.runWith(
                                "api_secret=hunter3\n",
                                "gateway",
                                "create",
                                "main",
                                "--supplier",
                                "vonage",
                                "--set",
                                "api_key=abc",
                                "--set",
                                "from=Slipway",
                                "--secrets-stdin")
                        .exit())
                .isEqualTo(Exit.OK);
    }

    private String everything() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(files))) {
            var text = new StringBuilder();
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                text.append(file).append('\n').append(Files.readString(file));
            }
            return text.toString();
        }
    }

    private Path file(String name) {
        return Path.of(files, name);
    }

    @Test
    void what_was_exported_is_alike_holds_no_secret_and_is_the_same_when_exported_again() throws IOException {
        fill();
        done("export", files);

        String exported = everything();
        assertThat(exported).doesNotContain("hunter").contains("env:MAIN_API_SECRET", "\"group:Desk/1\"");
        assertThat(exported).doesNotContain("user:ann");
        TestHouse.Ran applied = house.run("apply", files, "--prune");
        assertThat(applied.exit()).as(applied.err()).isEqualTo(Exit.OK);
        assertThat(applied.out()).isEmpty();
        assertThat(applied.err()).contains("0 created, 0 changed, 0 only on the server");
        done("group", "remove", "Desk/1");
        done("group", "create", "Desk/1", "--parent", "staff");
        done("assignment", "create", "--profile", "phones", "--group", "Desk/1", "--rank", "3");
        done("export", files);
        assertThat(everything()).isEqualTo(exported);
    }

    @Test
    void another_house_becomes_alike_by_one_apply() throws IOException {
        fill();
        done("export", files);
        String exported = everything();
        house.close();
        house = new TestHouse(directory.resolve("other"));

        TestHouse.Ran planned = done("apply", files, "--dry-run");
        assertThat(planned.out()).contains("+ groups Desk/1", "+ gateways main");
        assertThat(planned.err()).contains("to create");
        assertThat(house.run("group", "list").out()).doesNotContain("staff");
        done("apply", files, "--prune");
        done("export", files);
        assertThat(everything()).isEqualTo(exported);
        assertThat(done("apply", files).err()).contains("0 created, 0 changed");
    }

    @Test
    void a_changed_file_changes_that_record_and_says_how() throws IOException {
        fill();
        done("export", files);
        Path profile = file("profiles/phones.json");
        Files.writeString(profile, Files.readString(profile).replace("German", "French"));
        Files.delete(file("security-models/tls.json"));

        TestHouse.Ran applied = done("apply", files);

        assertThat(applied.out())
                .contains("~ profiles phones", "settings.snom.language.value: \"German\" -> \"French\"")
                .contains("? security-models tls");
        assertThat(done("profile", "show", "phones", "-o", "json").out()).contains("French", "****");
        assertThat(done("security-model", "list").out()).contains("tls");
        assertThat(done("apply", files, "--prune").out()).isEqualTo("- security-models tls\n");
        assertThat(done("security-model", "list").out()).doesNotContain("tls");
    }

    @Test
    void a_file_says_only_what_it_names_and_null_takes_away() throws IOException {
        fill();
        done("export", files);
        Files.writeString(file("groups/desk%2F1.json"), "{\"name\": \"Desk/1\"}");
        assertThat(done("apply", files).err()).contains("0 changed");
        Files.writeString(file("groups/desk%2F1.json"), "{\"name\": \"Desk/1\", \"parent\": null}");
        assertThat(done("apply", files).out()).contains("parent: \"staff\" -> nothing");
        assertThat(done("apply", files).err()).contains("0 changed");
    }

    @Test
    void what_cannot_be_understood_is_refused_before_anything_is_done() throws IOException {
        fill();
        done("export", files);
        Files.writeString(file("groups/new.json"), "{\"name\": \"new\"}");
        Files.writeString(file("gateways/bad.json"), "{\"name\": \"bad\", \"suplier\": \"file\"}");

        TestHouse.Ran ran = house.run("apply", files);
        assertThat(ran.exit()).isEqualTo(Exit.INVALID);
        assertThat(ran.err()).contains("apply.file", "bad.json", "suplier");
        assertThat(house.run("group", "list").out()).doesNotContain("new");
        assertThat(house.run("apply", directory.toString()).err()).contains("apply.directory");
        assertThat(house.run("export", directory.toString()).err()).contains("export.directory");
    }

    @Test
    void a_secret_that_is_not_there_is_named() throws IOException {
        fill();
        done("export", files);
        Path gateway = file("gateways/main.json");
        Files.writeString(gateway, Files.readString(gateway).replace("abc", "abd"));

        assertThat(house.run("apply", files).err()).contains("apply.secret", "MAIN_API_SECRET");
        Files.writeString(directory.resolve("secret"), "hunter4\n");
        Files.writeString(
                gateway,
                Files.readString(gateway).replace("env:MAIN_API_SECRET", "file:" + directory.resolve("secret")));
        assertThat(house.run("apply", files).exit()).isEqualTo(Exit.OK);
        assertThat(done("apply", files, "--secrets").err()).contains("0 changed");
    }

    @Test
    void names_that_are_too_long_or_too_strange_for_a_file_have_one_all_the_same() throws IOException {
        String chinese = "\u96fb\u8a71\u6a5f".repeat(33);
        done("group", "create", chinese);
        done("group", "create", chinese.replace("\u6a5f", "\u8a71"));
        done("group", "create", "..");
        done("group", "create", "a*b?c:\"d\\e");

        done("export", files);
        assertThat(done("apply", files, "--prune").err()).contains("0 created, 0 changed, 0 only on the server");
    }

    @Test
    void an_assignment_stays_the_same_when_its_release_changes() throws IOException {
        fill();
        done("assignment", "create", "--application", "client", "--everyone", "--rank", "2");
        done("export", files);
        Path assignment = file("assignments/,client,everyone.json");
        Files.writeString(assignment, Files.readString(assignment).replace("\"rank\" : 2", "\"rank\" : 4"));

        TestHouse.Ran applied = done("apply", files, "--prune");
        assertThat(applied.out()).contains("~ assignments client everyone").doesNotContain("+ ", "- ");
        Files.writeString(
                assignment, Files.readString(assignment).replace("\"release\" : null", "\"release\" : \"9\""));
        assertThat(done("apply", files, "--dry-run").out())
                .contains("~ assignments client everyone", "release: nothing -> \"9\"");
    }

    @Test
    void two_files_that_say_the_same_record_are_refused_before_anything_is_done() throws IOException {
        fill();
        done("export", files);
        Files.writeString(file("groups/another.json"), "{\"name\": \"STAFF\"}");
        Files.writeString(file("groups/new.json"), "{\"name\": \"new\"}");

        assertThat(house.run("apply", files).err()).contains("apply.file", "groups staff", "two files");
        assertThat(house.run("group", "list").out()).doesNotContain("new");
    }

    @Test
    void a_secret_that_is_not_there_is_missed_before_anything_is_done() throws IOException {
        fill();
        done("export", files);
        Files.writeString(file("groups/new.json"), "{\"name\": \"new\"}");
        Path gateway = file("gateways/main.json");
        Files.writeString(gateway, Files.readString(gateway).replace("abc", "abd"));

        assertThat(house.run("apply", files).err()).contains("apply.secret", "MAIN_API_SECRET");
        assertThat(house.run("group", "list").out()).doesNotContain("new");
        assertThat(house.run("apply", files, "--dry-run").out()).contains("+ groups new", "~ gateways main");
    }
}
