package dev.slipway.admin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.admin.TestHouse;
import dev.slipway.admin.TestHouse.Ran;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceIdentifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Phones from a table, through the command line and the REST API. */
class ImportCommandTest {
    private static final int PHONE_COUNT = Integer.getInteger("slipway.import.phones", 200);
    private static final String MAC = "000413a11fa7";

    @TempDir
    Path directory;

    private TestHouse house;

    @BeforeEach
    void open() throws Exception {
        house = new TestHouse(directory);
        done("device-type", "create", "snom D785", "--maker", "snom", "--family", "D7xx", "--platform", "phone");
        done("device-type", "create", "other", "--maker", "snom", "--family", "D7xx", "--platform", "phone");
        done("group", "create", "Hall");
        done("user", "create", "ann");
        done("user", "create", "bob");
        for (String address : List.of("ann@a.example", "ann@b.example")) {
            done("account", "create", address, "--user", "ann");
        }
        done("account", "create", "bob@a.example", "--user", "bob");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_table_becomes_phones_with_their_accounts_and_groups() {
        Ran ran = phones("""
                \uFEFFMAC;Type;User;Position;Label;Group
                00:04:13:A1:1F:A7;snom D785;ann;;"Front; desk";Hall
                00-04-13-a1-1f-a7;;bob;4;Bob;
                0004.13a1.1fa7;;ann;;Second;
                000413A11FA8;snom d785;bob;;;
                """);

        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        assertThat(accounts(MAC))
                .containsExactly("1 ann@a.example Front; desk", "4 bob@a.example Bob", "5 ann@b.example Second");
        assertThat(accounts("000413a11fa8")).isEmpty();
        assertThat(house.run("device", "show", "000413A11FA8").out()).contains("bob", "expected");
        assertThat(house.run("device", "show", MAC).out()).contains("Hall");
    }

    @Test
    void an_account_is_chosen_by_its_address_and_the_next_row_takes_one_that_is_left() {
        Ran ran = phones("""
                mac,type,user,account
                000413a11fa7,snom D785,ann,
                000413a11fa7,,ann,ANN@a.example
                """);

        assertThat(ran.exit()).isZero();
        assertThat(accounts(MAC)).containsExactly("1 ann@b.example ", "2 ann@a.example ");
    }

    @Test
    void bad_rows_are_named_and_left_out_and_their_file_can_be_mended_and_read_again() throws IOException {
        Path errors = directory.resolve("errors.csv");
        Ran ran = phones("""
                MAC Address,Model,user,label,position,room
                00:04:13:a1:1f:a7,snom D785,ann,"two
                lines",,7
                00:04:13:a1:1f:a8,snom D785,nobody,,x,7
                nonsense,snom D785,ann,,,7

                00:04:13:a1:1f:a9,snom D785,bob,,,7
                00:04:13:a1:1f:a9,,bob,,,7
                ,snom D785,,,,
                00:04:13:a1:1f:aa,,,,,
                00:04:13:a1:1f:ab,snom D785,bob,,,
                """, "--map", "mac=mac address", "--map", "TYPE=Model", "--errors", errors.toString());

        assertThat(ran.exit()).isEqualTo(Exit.PARTLY);
        assertThat(ran.err().lines())
                .containsExactly(
                        "column room is not understood and left out",
                        "row 2, label: A text has at most 400 characters and no line breaks; \"two lines\" is none."
                                + " (input.text)",
                        "row 3, user: There is no user nobody here; list them to see what there is. (fleet.unknown)",
                        "row 3, position: A position is a number from 1 to 128. (import.position)",
                        "row 3, user: There is no further active account of a user for this row. (import.no-account)",
                        "row 4, mac: A MAC address has 12 hex digits, such as 00:04:13:aa:bb:cc; \"nonsense\" is none."
                                + " (input.mac)",
                        "row 6, mac: Row 7 of the same phone must be mended first. (import.same-phone)",
                        "row 7, user: There is no further active account of a user for this row. (import.no-account)",
                        "row 8, mac: Enter the MAC address of the phone. (import.no-mac)",
                        "row 9, type: Enter the device type: this phone is new. (import.no-type)");
        assertThat(ran.out()).contains("partly");
        assertThat(house.run("device", "list").out()).contains("000413a11fab").doesNotContain("000413a11fa7");

        String rejected = Files.readString(errors, StandardCharsets.UTF_8);
        assertThat(rejected)
                .startsWith("MAC Address,Model,user,label,position,room,reason\r\n")
                .contains("\"two\nlines\",,7,\"label: A text has");
        Files.writeString(errors, rejected.replace("\"two\nlines\"", "one line").replaceAll("(?m)^[^0M].*\r\n", ""));
        Ran again = house.run("import", "phones", errors.toString(), "--map", "mac=MAC Address", "--map", "type=Model");
        assertThat(again.exit()).isEqualTo(Exit.PARTLY);
        assertThat(accounts(MAC)).containsExactly("1 ann@a.example one line");
    }

    @Test
    void a_dry_run_and_all_or_nothing_leave_everything_as_it_is() {
        String table = "mac,type\n000413a11fa7,snom D785\n000413a11fa8,unknown\n";

        Ran dry = phones(table, "--dry-run");
        assertThat(dry.exit()).isEqualTo(Exit.INVALID);
        assertThat(dry.out()).contains("checked");
        Ran whole = phones(table, "--all-or-nothing");
        assertThat(whole.exit()).isEqualTo(Exit.INVALID);
        assertThat(whole.out()).contains("rejected");

        assertThat(phones("mac,type\n000413a11fa7,snom D785\n", "--dry-run").exit())
                .isZero();
        assertThat(house.run("device", "list").out()).doesNotContain(MAC);
        assertThat(house.run("import", "list").out().lines()).hasSize(1);
    }

    @Test
    void what_is_read_twice_is_unchanged() {
        String table = "mac,type,user,label,group\n000413a11fa7,snom D785,ann,Desk,hall\n";
        phones(table);
        Ran again = phones(table);

        assertThat(again.exit()).isZero();
        assertThat(again.out()).containsPattern("unchanged +1").doesNotContain("id ");
    }

    @Test
    void an_import_is_taken_back_but_not_what_was_changed_since() {
        phones("mac,type,user\n000413a11fa1,other,bob\n");
        String id = id(phones("""
                mac,type,user,label,group
                000413a11fa1,snom D785,ann,Desk,Hall
                000413a11fa2,snom D785,ann,,
                000413a11fa3,snom D785,,,Hall
                000413a11fa4,snom D785,,,
                """));
        done("device", "update", "000413a11fa3", "--user", "bob");
        seen("000413a11fa4");

        Ran undone = house.run("import", "undo", id);

        assertThat(undone.exit()).isEqualTo(Exit.PARTLY);
        assertThat(undone.err().lines())
                .containsExactlyInAnyOrder(
                        "000413a11fa3 stays: It was changed since.", "000413a11fa4 stays: It was seen since.");
        assertThat(undone.out()).contains("2 devices");
        assertThat(house.run("device", "list").out())
                .doesNotContain("000413a11fa2")
                .contains("000413a11fa3");
        assertThat(house.run("device", "show", "000413a11fa1").out())
                .contains("other", "bob")
                .doesNotContain("Hall");
        assertThat(accounts("000413a11fa1")).isEmpty();

        assertThat(house.run("import", "undo", id).exit()).isEqualTo(Exit.CONFLICT);
        assertThat(house.run("journal", "list").out()).contains("phones.import", "import.undo");
    }

    @Test
    void an_import_is_undone_once() {
        String id = id(phones("mac,type\n000413a11fa7,snom D785\n"));

        assertThat(house.run("import", "undo", id).exit()).isZero();
        Ran again = house.run("import", "undo", id);
        assertThat(again.exit()).isEqualTo(Exit.CONFLICT);
        assertThat(again.err()).contains("import.undone");
        assertThat(house.run("import", "undo", "0000000000001").exit()).isEqualTo(Exit.NOT_FOUND);
    }

    @Test
    void a_file_that_is_no_table_of_phones_is_refused_with_a_code() {
        assertThat(phones("").err()).contains("import.malformed");
        assertThat(phones("mac,type\n\"000413a11fa7").err()).contains("line 2", "import.malformed");
        assertThat(phones("MAC Address\n000413a11fa7\n").err()).contains("import.column", "MAC Address");
        assertThat(phones("mac\n", "--map", "colour=mac").err()).contains("import.column", "colour");
        assertThat(phones("mac,MAC\n").err()).contains("import.column", "twice");
        assertThat(phones("mac\n", "--map", "mac").exit()).isEqualTo(Exit.USAGE);
    }

    @Test
    void many_phones_are_read_in_one_act_and_taken_back_in_one() {
        String rows = IntStream.range(0, PHONE_COUNT)
                .mapToObj(number -> "%012x,snom D785,,Hall\n".formatted(0x000413000000L + number))
                .collect(Collectors.joining());

        Ran ran = phones("mac,type,label,group\n" + rows);

        assertThat(ran.out()).containsPattern("created +" + PHONE_COUNT);
        assertThat(house.run("import", "undo", id(ran)).out()).contains(PHONE_COUNT + " devices");
    }

    private void seen(String name) {
        house.ledger().note(house.tenant(), stores -> {
            Device device = stores.devices()
                    .identified(new DeviceIdentifier("mac", name))
                    .orElseThrow();
            stores.devices()
                    .replace(new Device(
                            device.id(),
                            device.name(),
                            device.type(),
                            device.user(),
                            Device.State.ACTIVE,
                            device.created()));
            return device;
        });
    }

    private List<String> accounts(String mac) {
        return house.ledger().read(house.tenant(), stores -> {
            Device device = stores.devices()
                    .identified(new DeviceIdentifier("mac", mac))
                    .orElseThrow();
            return stores.deviceAccounts().of(device.id()).stream()
                    .map(placed -> placed.position() + " "
                            + stores.accounts()
                                    .find(placed.account())
                                    .orElseThrow()
                                    .address() + " "
                            + placed.label())
                    .toList();
        });
    }

    private Ran phones(String text, String... options) {
        try {
            Path file = Files.writeString(directory.resolve("phones.csv"), text);
            return house.run(java.util.stream.Stream.concat(
                            java.util.stream.Stream.of("import", "phones", file.toString()),
                            java.util.Arrays.stream(options))
                    .toArray(String[]::new));
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private static String id(Ran ran) {
        return ran.out()
                .lines()
                .filter(line -> line.startsWith("id "))
                .findFirst()
                .orElseThrow()
                .substring(2)
                .strip();
    }

    private void done(String... arguments) {
        Ran ran = house.run(arguments);
        assertThat(ran.exit()).as(ran.err()).isZero();
    }
}
