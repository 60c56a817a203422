package dev.slipway.admin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.admin.TestHouse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that live on a laptop: the server asks for signatures and gets them back as files. */
class KeyCommandsTest {
    @TempDir
    private Path directory;

    private TestHouse house;

    @BeforeEach
    void open() throws IOException {
        house = new TestHouse(Files.createDirectory(directory.resolve("server")));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_release_is_signed_on_the_laptop_and_published() throws IOException {
        done("keys", "detach", key("release"), "--file", file("release.key"));
        String app = zip();
        assertThat(house.run("application", "publish", "greeter", "1.0.0", "--file", app))
                .returns(Exit.CONFLICT, TestHouse.Ran::exit)
                .extracting(TestHouse.Ran::err)
                .asString()
                .contains("keys.off-server");

        assertThat(done("application", "publish", "greeter", "1.0.0", "--file", app, "--draft")
                        .out())
                .contains("draft");
        done("release", "document", "greeter", "1.0.0", "--file", file("greeter.json"));
        assertThat(house.run("release", "import", "greeter", "1.0.0", file("greeter.json")))
                .returns(Exit.INVALID, TestHouse.Ran::exit)
                .extracting(TestHouse.Ran::err)
                .asString()
                .contains("release.not-signed");
        assertThat(offline("keys", "sign", file("greeter.json"), "--key", file("release.key"), "--file", file("signed"))
                        .err())
                .contains("release greeter 1.0.0", "SHA-256");

        assertThat(done("release", "import", "greeter", "1.0.0", file("signed")).out())
                .contains("published");
        assertThat(house.run("release", "remove", "greeter", "1.0.0").exit()).isEqualTo(Exit.CONFLICT);
    }

    @Test
    void a_detached_key_is_in_a_file_of_its_owner_only_and_gone_from_the_server() throws IOException {
        String root = key("root");

        done("keys", "detach", root, "--file", file("root.key"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("root.key"))))
                .isEqualTo("rw-------");
        assertThat(done("keys", "list", "-o", "csv").out()).contains("root,active,false," + root);
        assertThat(house.run("keys", "detach", root, "--file", file("again")).exit())
                .isEqualTo(Exit.CONFLICT);
        assertThat(house.run("keys", "detach", key("bundle"), "--file", file("bundle.key")))
                .returns(Exit.INVALID, TestHouse.Ran::exit);
        assertThat(house.run("keys", "detach", "no-such-key", "--file", file("none"))
                        .exit())
                .isEqualTo(Exit.NOT_FOUND);
    }

    @Test
    void a_root_is_proposed_signed_and_taken_in() throws IOException {
        done("keys", "detach", key("root"), "--file", file("root.key"));
        assertThat(house.run("keys", "rotate", "bundle").exit()).isEqualTo(Exit.CONFLICT);

        done("keys", "propose", "--role", "bundle", "--file", file("root-2.json"));
        assertThat(house.run("keys", "import", file("root-2.json"))).returns(Exit.CONFLICT, TestHouse.Ran::exit);
        assertThat(offline(
                                "keys",
                                "sign",
                                file("root-2.json"),
                                "--key",
                                file("root.key"),
                                "--file",
                                file("root-2.signed"))
                        .err())
                .contains("root 2", "bundle");
        assertThat(done("keys", "import", file("root-2.signed")).out()).contains("retired");
    }

    @Test
    void a_key_made_on_the_laptop_signs_releases_once_the_root_names_it() throws IOException {
        String made = offline("keys", "make", "--file", file("laptop.key"), "-o", "csv")
                .out();
        String publicKey = made.lines().toList().get(1).split(",")[1];
        done("keys", "propose", "--role", "release", "--public-key", publicKey, "--file", file("root"));
        done("keys", "import", file("root"));

        done("application", "publish", "greeter", "1.0.0", "--file", zip(), "--draft");
        done("release", "document", "greeter", "1.0.0", "--file", file("document"));
        offline("keys", "sign", file("document"), "--key", file("laptop.key"), "--file", file("signed"));

        assertThat(done("release", "import", "greeter", "1.0.0", file("signed")).out())
                .contains("published");
        assertThat(house.run("keys", "propose", "--role", "release", "--public-key", "xyz")
                        .exit())
                .isEqualTo(Exit.INVALID);
    }

    @Test
    void only_documents_of_ours_are_signed() throws IOException {
        offline("keys", "make", "--file", file("laptop.key"));
        Files.writeString(directory.resolve("letter"), "{\"signed\":{\"_type\":\"cheque\"},\"signatures\":[]}");

        assertThat(house.run("keys", "sign", file("letter"), "--key", file("laptop.key")))
                .returns(Exit.INVALID, TestHouse.Ran::exit)
                .extracting(TestHouse.Ran::err)
                .asString()
                .contains("keys.document");
        assertThat(house.run("keys", "sign", file("letter"), "--key", file("letter"))
                        .err())
                .contains("keys.file");
    }

    private String key(String role) {
        return done("keys", "list", "-o", "csv")
                .out()
                .lines()
                .filter(line -> line.startsWith(role + ",active"))
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .findFirst()
                .orElseThrow();
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }

    private TestHouse.Ran done(String... arguments) {
        TestHouse.Ran ran = house.run(arguments);
        assertThat(ran.exit()).as("%s: %s", List.of(arguments), ran.err()).isEqualTo(Exit.OK);
        return ran;
    }

    /** As on a machine that reaches no server. */
    private TestHouse.Ran offline(String... arguments) {
        TestHouse.Ran ran = house.runOffline(arguments);
        assertThat(ran.exit()).as("%s: %s", List.of(arguments), ran.err()).isEqualTo(Exit.OK);
        return ran;
    }

    private String zip() throws IOException {
        Path file = directory.resolve("app.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("hello.txt"));
            zip.write("hello".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return file.toString();
    }
}
