package dev.slipway.admin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.admin.TestHouse;
import dev.slipway.admin.TestHouse.Ran;
import dev.slipway.base.fleet.Page;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.core.enroll.DeviceTypeSeed;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhoneCommandsTest {
    private TestHouse house;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        house = new TestHouse(directory);
        house.ledger()
                .write(
                        house.tenant(),
                        Actor.HOUSE,
                        new Act("test.act", ""),
                        stores -> DeviceTypeSeed.into(stores, new Random(1)));
        done("group", "create", "everybody");
        done("group", "create", "office", "--parent", "everybody");
        done("group", "create", "deaf", "--parent", "everybody");
        done("group", "create", "nobody");
        done("user", "create", "ann", "--group", "office");
        done("device", "create", "phone-of-ann", "--type", "snom", "--user", "ann", "--identifier", "mac=000413112233");
        done("device", "create", "laptop-of-ann", "--type", "linux-x86_64", "--user", "ann");
        done("device", "create", "deaf-phone", "--type", "yealink", "--group", "deaf");
        house.ledger().note(house.tenant(), stores -> {
            stores.devices().list(Page.first(Page.SIZE_MAX)).forEach(device -> stores.devices()
                    .replace(new Device(
                            device.id(),
                            device.name(),
                            device.type(),
                            device.user(),
                            Device.State.ACTIVE,
                            device.created())));
            return stores;
        });
    }

    @AfterAll
    void close() {
        house.close();
    }

    private Ran done(String... words) {
        Ran ran = house.run(words);
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran;
    }

    @Test
    void a_device_is_woken_where_it_is_said_to_be() {
        Ran woken = done("device", "wake", "phone-of-ann", "--reboot", "--to", "127.0.0.1:5070");
        assertThat(woken.out().lines())
                .containsExactly(
                        "DEVICE        STATE  TO              STATUS", "phone-of-ann  woken  127.0.0.1:5070  200");
        assertThat(house.run("journal", "list", "--limit", "1").out()).contains("device.wake", "phone-of-ann");
        assertThat(house.run("device", "wake", "phone-of-ann", "--to", "nowhere")
                        .err())
                .contains("wake.place");
        assertThat(house.run("device", "wake", "none").exit()).isEqualTo(Exit.NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "office, 0, 1 of 1 woken",
        "everybody, 6, 1 of 2 woken",
        "deaf, 7, 0 of 1 woken",
        "nobody, 0, 0 of 0 woken"
    })
    void the_phones_of_a_group_and_below_it_are_woken_and_no_machine(String group, int exit, String said) {
        Ran ran = house.run("group", "wake", group);
        assertThat(ran.err()).contains(said);
        assertThat(ran.exit()).isEqualTo(exit);
        assertThat(ran.out()).doesNotContain("laptop");
    }

    @Test
    void dhcp_options_are_printed_for_any_address_without_a_server() {
        String out = done(
                        "zero-touch",
                        "dhcp",
                        "--maker",
                        "yealink",
                        "--server-kind",
                        "dnsmasq",
                        "--address",
                        "http://192.0.2.1:3605/d/x/")
                .out();
        assertThat(out).isEqualTo("""
                dhcp-vendorclass=set:slipway-yealink,yealink
                dhcp-option-force=tag:slipway-yealink,66,"http://192.0.2.1:3605/d/x/"
                """);
    }

    @Test
    void dhcp_options_are_printed_for_the_mac_address_of_a_device_whose_address_is_opened() {
        String out = done("zero-touch", "dhcp", "--maker", "snom", "--server-kind", "isc", "--device", "phone-of-ann")
                .out();
        assertThat(out)
                .contains("substring(hardware, 1, 6) = 00:04:13:11:22:33;")
                .contains("option tftp-server-name \"http://127.0.0.1:3605\";")
                .containsPattern("option bootfile-name \"d/[a-z2-7]{39}/setting-files.xml\";")
                .contains("option vendor-encapsulated-options 42:");
    }

    @ParameterizedTest
    @CsvSource({
        "--maker none --server-kind isc --address http://a/, 2, cli.dhcp-maker",
        "--maker snom --server-kind windows --address http://a/, 2, cli.dhcp-kind",
        "--maker snom --server-kind isc, 2, cli.dhcp-address",
        "--maker gigaset --server-kind isc --address http://a/, 2, cli.dhcp-mac",
        "--maker snom --server-kind isc --address http://a/ --mac x, 2, cli.dhcp-mac",
        "--maker snom --server-kind isc --address ftp://a/, 7, cli.dhcp-url",
        "--maker snom --server-kind isc --device deaf-phone, 7, cli.dhcp-mac",
    })
    void what_cannot_be_printed_is_said(String words, int exit, String code) {
        Ran ran = house.run(("zero-touch dhcp " + words).split(" "));
        assertThat(ran.err()).contains(code);
        assertThat(ran.exit()).isEqualTo(exit);
        assertThat(ran.out()).isEmpty();
    }
}
