package dev.slipway.door.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceAddress;
import dev.slipway.base.fleet.devices.DeviceIdentifier;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.User;
import dev.slipway.core.enroll.requests.Decision;
import dev.slipway.fake.TestLedger;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A snom phone at the door, with the user agents that such phones send. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhonesTest {
    private static final String SNOM = "Mozilla/4.0 (compatible; snom710-SIP 8.7.5.35 1.1.5-IFX-05.01.12 000413741767)";
    private static final String UPDATED =
            "Mozilla/4.0 (compatible; snom710-SIP 8.9.3.80 1.1.5-IFX-05.01.12 000413741767)";
    private static final String OTHER_MAC = "Mozilla/4.0 (compatible; snom710-SIP 8.7.5.35 1.1.5 000413741768)";
    private static final String YEALINK = "Yealink SIP-T46G 28.72.0.1 00:04:13:74:17:67";

    private final PhoneDoor door = new PhoneDoor();
    private final TestLedger house = door.house;
    private Id<Device> phone;
    private int count;

    @AfterAll
    void close() {
        door.close();
    }

    @BeforeEach
    void expectAPhone() {
        count++;
        phone = new Id<>(1_000 + count);
        User user = house.user("ann-" + count);
        house.write(stores -> {
            var service = new Account.Service("", "", Account.State.ACTIVE);
            stores.accounts()
                    .add(new Account(
                            Id.next(house.random),
                            user.id(),
                            "sip",
                            "ann-" + count + "@example.com",
                            Optional.of(new Secret("s3cret")),
                            service));
            var type = stores.deviceTypes().named("snom").orElseThrow();
            stores.devices()
                    .add(new Device(
                            phone,
                            "phone-" + count,
                            type.id(),
                            Optional.of(user.id()),
                            Device.State.EXPECTED,
                            house.clock.instant()));
            return phone;
        });
    }

    @Test
    void an_expected_phone_gets_its_file_and_is_active_from_then_on() throws Exception {
        HttpResponse<String> answer = get(address(1), "settings.xml", SNOM);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).contains("text/xml; charset=utf-8");
        assertThat(answer.body())
                .contains("<user_name idx=\"1\" perm=\"R\">ann-" + count + "</user_name>")
                .contains("<setting_server perm=\"RW\">https://default.example.com/d/");
        assertThat(house.find(stores -> stores.devices().find(phone))
                        .orElseThrow()
                        .state())
                .isEqualTo(Device.State.ACTIVE);
        assertThat(door.seenFrom).isEqualTo("127.0.0.1");
    }

    @Test
    void the_same_file_again_has_the_same_bytes_and_is_not_sent_to_who_has_it() throws Exception {
        String address = address(1);
        HttpResponse<String> first = get(address, "settings.xml", SNOM);
        assertThat(get(address, "settings.xml", SNOM).body()).isEqualTo(first.body());
        var again = request(address, "settings.xml", SNOM)
                .header("if-none-match", first.headers().firstValue("etag").orElseThrow());
        assertThat(send(again).statusCode()).isEqualTo(304);
        assertThat(send(request(address, "settings.xml", SNOM).method("HEAD", HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void every_refusal_has_the_same_bytes_and_the_same_fields() throws Exception {
        String address = address(1);
        get(address, "settings.xml", SNOM);
        HttpResponse<String> nowhere = get("a".repeat(39), "settings.xml", SNOM);
        assertThat(nowhere.statusCode()).isEqualTo(404);
        house.write(stores -> {
            stores.devices().identify(phone, List.of(new DeviceIdentifier("mac", "000413741767")));
            return phone;
        });
        List<HttpResponse<String>> refused = List.of(
                get(address, "settings.xml", OTHER_MAC),
                get(address, "settings.xml", YEALINK),
                get(address, "other.xml", SNOM),
                get(address.substring(0, 38) + (address.endsWith("a") ? "b" : "a"), "settings.xml", SNOM),
                get(door.text(opened(2)), "settings.xml", SNOM),
                send(request(address, "settings.xml", SNOM).PUT(HttpRequest.BodyPublishers.noBody())));
        assertThat(refused).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(nowhere.body());
            assertThat(answer.headers().map().keySet())
                    .isEqualTo(nowhere.headers().map().keySet());
        });
    }

    @Test
    void the_first_contact_is_pinned_and_a_newer_firmware_is_the_same_phone() throws Exception {
        String address = address(1);
        assertThat(get(address, "settings.xml", SNOM).statusCode()).isEqualTo(200);
        assertThat(get(address, "settings.xml", YEALINK).statusCode()).isEqualTo(404);
        assertThat(get(address, "settings.xml", UPDATED).statusCode()).isEqualTo(200);
    }

    @Test
    void a_first_contact_after_the_window_gets_nothing_and_a_pinned_phone_goes_on() throws Exception {
        String late = address(1);
        house.clock.pass(Duration.ofHours(2));
        assertThat(get(late, "settings.xml", SNOM).statusCode()).isEqualTo(404);
        expectAPhone();
        String pinned = address(1);
        assertThat(get(pinned, "settings.xml", SNOM).statusCode()).isEqualTo(200);
        house.clock.pass(Duration.ofHours(2));
        assertThat(get(pinned, "settings.xml", SNOM).statusCode()).isEqualTo(200);
    }

    @Test
    void a_blocked_phone_is_answered_like_an_unknown_one() throws Exception {
        String address = address(1);
        get(address, "settings.xml", SNOM);
        house.write(stores -> {
            Device before = stores.devices().find(phone).orElseThrow();
            stores.devices()
                    .replace(new Device(
                            before.id(),
                            before.name(),
                            before.type(),
                            before.user(),
                            Device.State.BLOCKED,
                            before.created()));
            return phone;
        });
        assertThat(get(address, "settings.xml", SNOM).statusCode()).isEqualTo(404);
    }

    @Test
    void each_request_is_explained_and_equal_ones_are_counted() throws Exception {
        String address = address(1);
        get(address, "settings.xml", SNOM);
        get(address, "settings.xml", SNOM);
        get(address, "nothing.xml", SNOM);
        get(address, "settings.xml", YEALINK);
        assertThat(door.requests.of(phone))
                .extracting(Decision::count, decision -> decision.steps().admit())
                .first()
                .isEqualTo(org.assertj.core.groups.Tuple.tuple(
                        1,
                        "its maker was \"snom\" at first and is \"yealink\" now; open its address anew if that is"
                                + " right"));
        assertThat(door.requests.of(phone)).extracting(Decision::count).containsExactly(1, 1, 2);
        assertThat(door.requests.of(phone).getLast().steps().identify()).isEqualTo("snom 710 from 127.0.0.1");
    }

    @Test
    void whoever_tries_many_addresses_is_noticed_and_a_single_one_tried_often_is_not() throws Exception {
        for (int i = 0; i < 60; i++) {
            get("b".repeat(39), "settings.xml", SNOM);
        }
        assertThat(door.strangeness.noticed()).isZero();
        for (int i = 0; i < 60; i++) {
            get("b".repeat(37) + (char) ('c' + i % 20) + (char) ('a' + i / 20), "settings.xml", SNOM);
        }
        assertThat(door.strangeness.noticed()).isOne();
        assertThat(door.requests.unknown()).isNotEmpty();
    }

    @Test
    void an_address_of_an_earlier_generation_is_worthless() throws Exception {
        String earlier = address(1);
        String later = address(2);
        assertThat(get(earlier, "settings.xml", SNOM).statusCode()).isEqualTo(404);
        assertThat(get(later, "settings.xml", SNOM).statusCode()).isEqualTo(200);
    }

    /** Opens the phone's address for an hour. */
    private String address(int generation) {
        DeviceAddress address = opened(generation);
        house.write(stores -> {
            stores.deviceAddresses().keep(address);
            return address;
        });
        return door.text(address);
    }

    private DeviceAddress opened(int generation) {
        return new DeviceAddress(
                phone, generation, house.clock.instant().plus(Duration.ofHours(1)), Optional.empty(), 0);
    }

    private HttpResponse<String> get(String address, String file, String userAgent) throws Exception {
        return door.get(address, file, userAgent);
    }

    private HttpRequest.Builder request(String address, String file, String userAgent) {
        return door.request(address, file, userAgent);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return door.send(request);
    }
}
