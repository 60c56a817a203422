package dev.slipway.admin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.admin.TestHouse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DESIGN section 7: exit codes, where the server is found, what goes to which stream. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExitTest {
    private TestHouse house;

    @BeforeAll
    void open(@TempDir Path directory) throws IOException {
        house = new TestHouse(directory);
        assertThat(house.run("user", "create", "eve").exit()).isZero();
        assertThat(house.run("user", "create", "goner").exit()).isZero();
        house.run("administrator", "create", "boss", "--role", "administrator");
        assertThat(house.run("token", "issue", "twin", "--administrator", "boss")
                        .exit())
                .isZero();
        assertThat(house.run("token", "issue", "twin", "--administrator", "boss")
                        .exit())
                .isZero();
    }

    @AfterAll
    void close() {
        house.close();
    }

    @ParameterizedTest
    @CsvSource({
        "0, user show eve, ''",
        "2, user, Usage",
        "2, user show, Missing required parameter",
        "0, user delete goner, is removed",
        "2, user list -o xml, cli.output",
        "2, user update eve, cli.nothing",
        "2, tenant update, cli.nothing",
        "2, device create d, --type",
        "2, administrator create a, --role",
        "7, administrator create a --role emperor, 'takes administrator, csr, auditor, automation, not emperor'",
        "5, token remove twin, fleet.ambiguous",
        "2, usr list, usr",
        "2, wap, Provisioning documents",
        "2, wap lint, Missing required parameter",
        "2, wap encode --mode tiny src/test/resources/dev/slipway/base/wire/wap/dna_1.xml, wap.argument",
        "3, wap lint nowhere.xml, wap.no-file",
        "7, wap decode -, wap.malformed",
        "3, user show nobody, fleet.unknown",
        "3, user create x --group nowhere, fleet.unknown",
        "5, user create EVE, fleet.duplicate",
        "7, user create e!ve, input.login",
        "7, user update eve --phone 12, input.phone",
        "7, application publish a 1 --file /nowhere/a.zip, cli.no-file",
        "7, restore /nowhere/backup, backup.missing",
        "7, doctor, ''"
    })
    void the_exit_code_says_how_it_ended(int exit, String command, String said) {
        TestHouse.Ran ran = house.run(command.split(" "));

        assertThat(ran.exit()).as(ran.err()).isEqualTo(exit);
        assertThat(ran.err()).contains(said);
    }

    @Test
    void a_wrong_token_is_not_allowed() {
        assertThat(run(
                        Map.of("SLIPWAY_SERVER", house.address().toString(), "SLIPWAY_TOKEN", "wrong"),
                        Path.of("/none")))
                .isEqualTo(Exit.NOT_ALLOWED);
    }

    @Test
    void a_server_that_is_not_there_is_unreachable() {
        assertThat(run(Map.of(), Path.of("/nonexistent"))).isEqualTo(Exit.UNREACHABLE);
        assertThat(run(Map.of("SLIPWAY_SERVER", "http://127.0.0.1:1", "SLIPWAY_TOKEN", "x"), Path.of("/none")))
                .isEqualTo(Exit.UNREACHABLE);
    }

    @Test
    void the_local_server_is_found_by_its_token_file(@TempDir Path home) throws IOException {
        Path data = Files.createDirectories(home.resolve(".local/share/slipway"));
        Files.writeString(
                data.resolve("admin.token"),
                house.address() + "\n" + house.token().reveal() + "\n");

        assertThat(run(Map.of(), home)).isZero();
        assertThat(run(Map.of("SLIPWAY_DATA", data.toString()), Path.of("/none")))
                .isZero();
    }

    @Test
    void a_number_in_a_text_stays_a_text_in_yaml_and_a_record_is_a_line_of_csv() {
        house.run("user", "create", "tel", "--phone", "+41441234567");

        assertThat(house.run("user", "show", "tel", "-o", "yaml").out()).contains("phone: \"+41441234567\"");
        assertThat(house.run("user", "show", "tel", "-o", "csv").out().lines())
                .satisfiesExactly(
                        titles -> assertThat(titles).startsWith("id,login,person.phone"),
                        values -> assertThat(values).contains(",tel,+41441234567,"));
    }

    @Test
    void the_version_is_said() {
        assertThat(house.run("--version").out()).startsWith("slipway ");
    }

    @Test
    void every_format_says_the_same() {
        assertThat(house.run("user", "list", "-o", "json").out()).contains("\"login\" : \"eve\"");
        assertThat(house.run("user", "list", "-o", "yaml").out()).contains("login: \"eve\"");
        assertThat(house.run("user", "list", "-o", "csv").out())
                .contains("login,person.name,person.email")
                .contains("\neve,");
        assertThat(house.run("user", "list").out()).contains("LOGIN").contains("eve");
    }

    private static int run(Map<String, String> environment, Path home) {
        var terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                environment,
                home);
        return TestHouse.commandLine(terminal).run("user", "list");
    }
}
