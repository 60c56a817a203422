package dev.slipway.admin.act.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.admin.TestHouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of people, by the command line. */
class PeopleImportTest {
    private static final String HEADER = "fullName,gsmNumber,email,securityModel,description\n";

    @TempDir
    private Path directory;

    private TestHouse house;

    @BeforeEach
    void open() throws IOException {
        house = new TestHouse(directory);
        done("gateway", "create", "letters", "--supplier", "file");
        done("gateway", "test", "letters", "--to", "+41790000000");
        done("profile", "create", "phones");
        done("security-model", "create", "end-to-site");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private String done(String... words) {
        TestHouse.Ran ran = house.run(words);
        assertThat(ran.exit()).as(ran.err() + ran.out()).isZero();
        return ran.out();
    }

    private TestHouse.Ran read(String rows, String... more) throws IOException {
        Path file = Files.writeString(directory.resolve("people.csv"), HEADER + rows);
        List<String> words = new ArrayList<>(List.of(
                "import",
                "people",
                file.toString(),
                "--domain",
                "example.com",
                "--profile",
                "phones",
                "--channel",
                "sms"));
        words.addAll(List.of(more));
        return house.run(words.toArray(String[]::new));
    }

    private long people() {
        return done("user", "list", "-o", "csv").lines().count() - 1;
    }

    @Test
    void the_header_of_an_older_product_is_understood_as_it_stands() throws IOException {
        TestHouse.Ran ran = read("Ann Example,+41791234567,ann@example.org,end-to-site,Sales\n"
                + "Bob Example,+41791234568,,end-to-site,\n");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(done("user", "show", "ann@example.org")).contains("Ann Example", "+41791234567");
        assertThat(done("account", "list")).contains("ann@example.org@example.com", "41791234568@example.com");
        assertThat(done("account", "show", "41791234568@example.com")).contains("end-to-site", "disabled");
        assertThat(done("message", "list", "-o", "csv").lines()).hasSize(1 + 4);
        assertThat(done("import", "list")).contains("people.csv");
    }

    @Test
    void a_dry_run_says_what_would_be_done_and_does_nothing() throws IOException {
        TestHouse.Ran ran = read("Ann,+41791234567,,,\n", "--dry-run");

        assertThat(ran.out()).contains("checked", "1");
        assertThat(people()).isZero();
        assertThat(done("message", "list", "-o", "csv").lines()).hasSize(1);
    }

    @Test
    void bad_rows_are_told_each_with_its_reason_and_good_ones_are_done() throws IOException {
        Path errors = directory.resolve("errors.csv");
        TestHouse.Ran ran = read(
                "Ann,+41791234567,,,\nNo Number,,,,\nWrong,0791234567,,,\nTwin,+41791234567,,,\n"
                        + "Bob,+41791234568,,none,\nEve,+41791234569,,,\n",
                "--errors",
                errors.toString());

        assertThat(ran.exit()).isEqualTo(6);
        assertThat(ran.err())
                .contains("row 3", "activation.no-login", "row 4", "input.phone", "row 5", "fleet.duplicate", "row 6");
        assertThat(errors)
                .content()
                .contains("reason", "No Number", "Wrong", "Twin", "Bob")
                .doesNotContain("Ann,", "Eve");
        assertThat(people()).isEqualTo(2);
    }

    @Test
    void all_or_nothing_does_nothing_when_any_row_is_bad() throws IOException {
        TestHouse.Ran ran = read("Ann,+41791234567,,,\nNo Number,,,,\n", "--all-or-nothing");

        assertThat(ran.exit()).isEqualTo(7);
        assertThat(ran.out()).contains("rejected");
        assertThat(people()).isZero();
    }

    @Test
    void it_is_taken_back_as_a_whole() throws IOException {
        read("Ann,+41791234567,,,\nBob,+41791234568,,,\n");
        String id = done("import", "list", "-o", "csv")
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .split(",")[0];
        assertThat(done("import", "undo", id)).contains("2");

        assertThat(people()).isZero();
        assertThat(done("account", "list", "-o", "csv").lines()).hasSize(1);
        assertThat(house.run("import", "undo", id).err()).contains("import.undone");
    }
}
