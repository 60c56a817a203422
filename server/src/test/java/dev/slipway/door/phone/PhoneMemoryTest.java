package dev.slipway.door.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceAddress;
import dev.slipway.base.fleet.devices.DeviceIdentifier;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.fleet.placement.Assignment;
import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.base.fleet.placement.Place;
import dev.slipway.base.fleet.placement.Placed;
import dev.slipway.base.fleet.placement.Profile;
import dev.slipway.base.fleet.placement.Setting;
import dev.slipway.base.fleet.software.Origin;
import dev.slipway.core.enroll.requests.Decision;
import dev.slipway.door.phone.PhoneCounts.Kind;
import dev.slipway.fake.TestLedger;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a phone gets that was here before: the same, from memory, as long as that is true. */
class PhoneMemoryTest {
    private static final String SNOM = "Mozilla/4.0 (compatible; snom710-SIP 8.7.5.35 1.1.5-IFX-05.01.12 000413741767)";
    private static final String OTHER =
            "Mozilla/4.0 (compatible; snom710-SIP 8.7.5.35 1.1.5-IFX-05.01.12 000413741768)";
    private static final String UPDATED =
            "Mozilla/4.0 (compatible; snom710-SIP 8.9.3.80 1.1.5-IFX-05.01.12 000413741767)";
    private static final String FILE = "settings.xml";

    private final PhoneDoor door = new PhoneDoor();
    private final TestLedger house = door.house;
    private final Id<Device> phone = new Id<>(1_001);
    private final Group group = new Group(Id.next(house.random), "sales", Optional.empty());
    private User user;
    private String address = "";

    @BeforeEach
    void aPhoneThatWasHere() throws Exception {
        user = house.user("ann");
        var opened = new DeviceAddress(phone, 1, house.clock.instant().plus(Duration.ofHours(1)), Optional.empty(), 0);
        house.write(stores -> {
            var type = stores.deviceTypes().named("snom").orElseThrow();
            stores.devices()
                    .add(new Device(
                            phone,
                            "phone",
                            type.id(),
                            Optional.of(user.id()),
                            Device.State.EXPECTED,
                            house.clock.instant()));
            stores.devices().identify(phone, List.of(new DeviceIdentifier("mac", "000413741767")));
            stores.groups().add(group);
            stores.users().join(user.id(), group.id());
            stores.deviceAddresses().keep(opened);
            return phone;
        });
        address = door.text(opened);
        get();
        get();
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void the_same_file_again_costs_no_sql() {
        List<HttpResponse<String>> answers = new ArrayList<>();
        List<String> statements = house.statements(() -> answers.add(unchecked()));
        assertThat(statements).isEmpty();
        assertThat(answers.getFirst().statusCode()).isEqualTo(200);
        assertThat(door.count(Kind.MEMORY)).isOne();
    }

    @Test
    void a_newer_firmware_or_another_network_place_is_the_same_phone_and_is_explained() throws Exception {
        assertThat(get(UPDATED).statusCode()).isEqualTo(200);
        assertThat(door.count(Kind.MEMORY)).isOne();
        assertThat(door.requests.of(phone).getFirst().steps().answer()).endsWith("from memory");
    }

    @Test
    void memory_gives_nothing_to_who_is_not_pinned() throws Exception {
        assertThat(get(OTHER).statusCode()).isEqualTo(404);
        assertThat(door.requests.of(phone)).extracting(Decision::steps).first().satisfies(steps -> assertThat(
                        steps.admit())
                .contains("another MAC address"));
        assertThat(get().statusCode()).isEqualTo(200);
    }

    @Test
    void what_changes_is_answered_at_once() throws Exception {
        assertThat(get().body()).doesNotContain("Bonjour");
        greet("Bonjour");
        assertThat(get().body()).contains("Bonjour");
        assertThat(get().body()).contains("Bonjour");
        assertThat(door.count(Kind.MEMORY)).isEqualTo(2);
    }

    @Test
    void a_phone_that_is_blocked_gets_nothing_from_memory() throws Exception {
        block();
        assertThat(get().statusCode()).isEqualTo(404);
    }

    @Test
    void after_a_restart_nothing_is_written_anew() throws Exception {
        HttpResponse<String> before = get();
        door.restart();
        HttpResponse<String> after = get();
        assertThat(after.body()).isEqualTo(before.body());
        assertThat(after.headers().firstValue("etag"))
                .isEqualTo(before.headers().firstValue("etag"));
        assertThat(after.headers().firstValue("content-type"))
                .isEqualTo(before.headers().firstValue("content-type"));
        assertThat(door.count(Kind.MADE)).isZero();
        assertThat(door.count(Kind.STORE)).isOne();
        get();
        assertThat(door.count(Kind.MEMORY)).isOne();
    }

    @Test
    void after_a_restart_who_has_the_file_is_told_so_without_sql() throws Exception {
        String etag = get().headers().firstValue("etag").orElseThrow();
        door.restart();
        List<Integer> status = new ArrayList<>();
        HttpRequest.Builder request = door.request(address, FILE, SNOM).header("if-none-match", etag);
        assertThat(house.statements(() -> status.add(unchecked(request).statusCode())))
                .isEmpty();
        assertThat(status).containsExactly(304);
        assertThat(door.send(door.request(address, FILE, OTHER).header("if-none-match", etag))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void after_a_restart_a_change_of_before_is_not_forgotten() throws Exception {
        greet("Bonjour");
        door.restart();
        assertThat(get().body()).contains("Bonjour");
    }

    @Test
    void a_phone_book_depends_on_other_people_and_is_made_anew_each_time() throws Exception {
        setting("phonebook.contacts", "everyone");
        assertThat(book().body()).doesNotContain("bob@example.com");
        User bob = house.user("bob");
        house.write(stores -> {
            var service = new Account.Service("", "", Account.State.ACTIVE);
            stores.accounts()
                    .add(new Account(
                            Id.next(house.random), bob.id(), "sip", "bob@example.com", Optional.empty(), service));
            return bob;
        });
        assertThat(book().body()).contains("bob@example.com");
    }

    private HttpResponse<String> book() throws Exception {
        return door.get(address, "phone-book.xml", SNOM);
    }

    @Test
    void an_address_that_is_not_the_phones_costs_no_sql() {
        String wrong = address.substring(0, 20) + "aaaaaaaaaaaaaaaaaaa";
        List<Integer> status = new ArrayList<>();
        HttpRequest.Builder request = door.request(wrong, FILE, SNOM);
        assertThat(house.statements(() -> status.add(unchecked(request).statusCode())))
                .isEmpty();
        assertThat(status).containsExactly(404);
    }

    @Test
    void while_the_database_is_away_the_last_known_file_is_given_but_never_to_who_may_be_blocked() throws Exception {
        greet("Bonjour");
        door.absent(true);
        assertThat(get().statusCode()).as("the first that finds out").isEqualTo(503);
        HttpResponse<String> last = get();
        assertThat(last.statusCode()).isEqualTo(200);
        assertThat(last.body()).doesNotContain("Bonjour");
        assertThat(door.count(Kind.LAST_KNOWN)).isOne();
        block();
        assertThat(get().statusCode()).isEqualTo(503);
        door.absent(false);
        house.clock.pass(Duration.ofSeconds(3));
        assertThat(get().statusCode()).isEqualTo(404);
    }

    private void greet(String text) {
        setting("snom.dkey_idle_text", text);
    }

    private void setting(String key, String text) {
        house.write(stores -> {
            var setting = new Setting(key, text, Ownership.ENFORCED);
            var profile =
                    new Profile(Id.next(house.random), "greeting", Profile.Kind.PROFILE, Origin.OWN, List.of(setting));
            stores.profiles().add(profile);
            stores.assignments()
                    .add(new Assignment(
                            Id.next(house.random),
                            new Placed.OfProfile(profile.id()),
                            new Place.OfGroup(group.id()),
                            0,
                            false,
                            house.clock.instant()));
            return profile;
        });
    }

    private void block() {
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
    }

    private HttpResponse<String> get() throws Exception {
        return get(SNOM);
    }

    private HttpResponse<String> get(String userAgent) throws Exception {
        return door.get(address, FILE, userAgent);
    }

    private HttpResponse<String> unchecked() {
        return unchecked(door.request(address, FILE, SNOM));
    }

    private HttpResponse<String> unchecked(HttpRequest.Builder request) {
        try {
            return door.send(request);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
