package dev.slipway.door.phone.pnp;

import static dev.slipway.fake.FakeSipPhone.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceAddress;
import dev.slipway.base.fleet.devices.DeviceIdentifier;
import dev.slipway.base.identity.TokenKey;
import dev.slipway.core.enroll.Claim;
import dev.slipway.core.enroll.Source;
import dev.slipway.core.enroll.address.AddressAdmission;
import dev.slipway.core.enroll.address.AddressKey;
import dev.slipway.core.enroll.address.Bootstraps;
import dev.slipway.core.enroll.address.Verdict;
import dev.slipway.core.settings.Settings;
import dev.slipway.core.settings.catalog.KeyCatalog;
import dev.slipway.core.settings.document.Documents;
import dev.slipway.door.phone.Makers;
import dev.slipway.door.phone.pnp.PnpCounts.End;
import dev.slipway.fake.FakeSipPhone;
import dev.slipway.fake.Refusals;
import dev.slipway.fake.Subscribes;
import dev.slipway.fake.TestLedger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A responder on the loopback interface, asked over its multicast group as phones do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PnpResponderTest {
    private static final SipTimers QUICK = new SipTimers(Duration.ofMillis(40), Duration.ofMillis(80));
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final InetAddress GROUP = InetAddress.ofLiteral("224.0.1.75");

    private final TestLedger house = new TestLedger();
    private final AddressAdmission addresses = new AddressAdmission(
            house.ledger,
            new AddressKey(TokenKey.derivedFrom(new SecretKeySpec(new byte[32], "AES"))),
            house.clock,
            seen -> assertThat(seen.address()).isEqualTo("192.0.2.9"));
    private PnpCounts counts = new PnpCounts();
    private PnpResponder responder = start("", Set.of("snom", "yealink"));
    private int count;

    @BeforeEach
    void restart() {
        responder.close();
        counts = new PnpCounts();
        responder = start("", Set.of("snom", "yealink"));
    }

    @AfterEach
    void stop() {
        responder.close();
    }

    @AfterAll
    void close() {
        house.close();
    }

    private PnpResponder start(String alias, Set<String> makers) {
        var settings = new Settings(KeyCatalog.with(Documents.keys(Makers.all())), this::tenant);
        var documents = new Documents(settings, Makers.all(), this::tenant, house.clock);
        var bootstraps = new Bootstraps(house.ledger, addresses, documents, house.clock);
        var place = new PnpOptions.Place("lo", Optional.of(alias).filter(text -> !text.isEmpty()));
        return PnpResponder.start(
                new PnpOptions(List.of(place), makers, 0),
                new PnpAnswers(bootstraps, this::tenantOf, counts, house.clock),
                new Random(1),
                QUICK);
    }

    private Optional<Tenant> tenant(Id<Tenant> id) {
        return house.ledger.lookups().tenants().stream()
                .filter(one -> one.id().equals(id))
                .findFirst();
    }

    /** Two organisations are meant where an alias is said. */
    private Optional<Id<Tenant>> tenantOf(Optional<String> alias) {
        return alias.isEmpty()
                ? Optional.of(house.tenant)
                : house.ledger.lookups().tenant(alias.get()).map(Tenant::id);
    }

    @Test
    void an_expected_phone_is_told_its_bootstrap_address_and_confirms_it() {
        String mac = expect("snom");
        try (var phone = new FakeSipPhone(request -> 200)) {
            ask(phone, "snom", mac, GROUP);
            Awaitility.await().until(() -> phone.heard().size() >= 2);
            String accepted = phone.heard().getFirst();
            assertThat(accepted).startsWith("SIP/2.0 200 OK\r\n");
            assertThat(header(accepted, "CSeq")).isEqualTo("1 SUBSCRIBE");
            assertThat(header(accepted, "Expires")).isEqualTo("0");
            assertThat(header(accepted, "Via"))
                    .endsWith(";received=127.0.0.1;rport=" + phone.at().getPort());
            String notify = phone.requests().getFirst();
            assertThat(notify).startsWith("NOTIFY sip:127.0.0.1:" + phone.at().getPort() + " SIP/2.0\r\n");
            assertThat(header(notify, "Call-ID")).isEqualTo(header(accepted, "Call-ID"));
            assertThat(header(notify, "From")).isEqualTo(header(accepted, "To"));
            assertThat(header(notify, "To")).isEqualTo(header(accepted, "From"));
            assertThat(header(notify, "Content-Type")).isEqualTo("application/url");
            assertThat(header(notify, "Subscription-State")).isEqualTo("terminated;reason=timeout");
            assertThat(address(notify)).matches("https://default\\.example\\.com/d/[a-z2-7]{39}/setting-files\\.xml");
            assertThat(counts.of(End.GIVEN)).isEqualTo(1);
        }
    }

    @Test
    void the_address_is_repeated_until_the_phone_confirms_it_and_not_longer() {
        String mac = expect("snom");
        try (var phone = new FakeSipPhone(request -> request < 3 ? 0 : 200)) {
            ask(phone, "snom", mac, GROUP);
            Awaitility.await().until(() -> phone.requests().size() == 3);
            Awaitility.await()
                    .during(Duration.ofMillis(300))
                    .until(() -> phone.requests().size() == 3);
            assertThat(phone.requests()).containsOnly(phone.requests().getFirst());
        }
    }

    @Test
    void a_phone_that_puts_names_behind_its_address_is_told_the_directory_also_when_it_asks_us_alone() {
        String mac = expect("yealink");
        try (var phone = new FakeSipPhone(request -> 200)) {
            ask(phone, "yealink", mac, LOOPBACK);
            Awaitility.await().until(() -> !phone.requests().isEmpty());
            assertThat(address(phone.requests().getFirst())).endsWith("/");
        }
    }

    @Test
    void a_bootstrap_address_is_good_for_the_first_contact_and_a_short_while() {
        String token = bootstrap(expect("snom"));
        var first = (Verdict.LetIn) addresses.admit(token, claim("snom"));
        assertThat(first.address()).isNotEqualTo(token);
        assertThat(addresses.admit(token, claim("yealink"))).isInstanceOf(Verdict.TurnedAway.class);
        assertThat(addresses.admit(token, claim("snom"))).isInstanceOf(Verdict.LetIn.class);
        house.clock.pass(AddressAdmission.GRACE);
        assertThat(addresses.admit(token, claim("snom"))).isInstanceOf(Verdict.TurnedAway.class);
        var own = (Verdict.LetIn) addresses.admit(first.address(), claim("snom"));
        assertThat(own.address()).isEqualTo(first.address());
    }

    @Test
    void a_bootstrap_address_is_worthless_when_the_window_is_over() {
        String token = bootstrap(expect("snom"));
        house.clock.pass(Duration.ofHours(1));
        assertThat(addresses.admit(token, claim("snom"))).isInstanceOf(Verdict.TurnedAway.class);
    }

    @Test
    void whoever_is_not_expected_is_answered_nothing_at_all_and_counted() {
        String active = expect("snom");
        addresses.admit(bootstrap(active), claim("snom"));
        String late = expect("snom");
        house.clock.pass(Duration.ofHours(1));
        String never = identified("snom", Optional.empty());
        try (var phone = new FakeSipPhone(request -> 200)) {
            for (String mac : List.of("0004130fffff", active, late, never)) {
                ask(phone, "snom", mac, GROUP);
            }
            Awaitility.await().until(() -> counts.of(End.UNEXPECTED) == 4);
            assertThat(phone.heard()).isEmpty();
        }
    }

    @Test
    void makers_that_are_not_listed_and_phones_that_say_another_are_answered_nothing() {
        String snom = expect("snom");
        try (var phone = new FakeSipPhone(request -> 200)) {
            ask(phone, "planet", snom, GROUP);
            ask(phone, "yealink", snom, GROUP);
            ask(phone, "audiocodes", snom, GROUP);
            phone.send("hello".getBytes(StandardCharsets.UTF_8), GROUP, port());
            phone.send(
                    Subscribes.of("snom").replace("ua-profile", "dialog").getBytes(StandardCharsets.UTF_8),
                    GROUP,
                    port());
            for (var end : Map.of(End.MAKER, 2, End.NO_MAC, 1, End.MALFORMED, 1, End.OTHER, 1)
                    .entrySet()) {
                Awaitility.await().until(() -> counts.of(end.getKey()) == end.getValue());
            }
            assertThat(phone.heard()).isEmpty();
        }
    }

    @Test
    void the_same_phone_is_answered_a_few_times_a_minute() {
        String mac = expect("snom");
        try (var phone = new FakeSipPhone(request -> 200)) {
            for (int i = 0; i < PnpAnswers.PER_MINUTE_MAX + 3; i++) {
                ask(phone, "snom", mac, GROUP);
            }
            Awaitility.await().until(() -> counts.of(End.TOO_OFTEN) == 3);
            Awaitility.await().until(() -> counts.of(End.GIVEN) == PnpAnswers.PER_MINUTE_MAX);
            house.clock.pass(Duration.ofMinutes(1));
            ask(phone, "snom", mac, GROUP);
            Awaitility.await().until(() -> counts.of(End.GIVEN) == PnpAnswers.PER_MINUTE_MAX + 1);
        }
    }

    @Test
    void an_interface_gives_the_devices_of_its_own_organisation_only() {
        String mac = expect("snom");
        house.tenant("other");
        responder.close();
        responder = start("it@other.example.com", Set.of("snom"));
        try (var phone = new FakeSipPhone(request -> 200)) {
            ask(phone, "snom", mac, GROUP);
            Awaitility.await().until(() -> counts.of(End.UNEXPECTED) == 1);
            responder.close();
            responder = start("it@nobody.example.com", Set.of("snom"));
            ask(phone, "snom", mac, GROUP);
            Awaitility.await().until(() -> counts.of(End.NO_TENANT) == 1);
            assertThat(phone.heard()).isEmpty();
        }
    }

    @Test
    void an_interface_that_is_not_there_and_a_port_that_is_taken_are_refused() {
        var answers = new PnpAnswers(
                new Bootstraps(
                        house.ledger,
                        addresses,
                        new Documents(
                                new Settings(KeyCatalog.with(), this::tenant), List.of(), this::tenant, house.clock),
                        house.clock),
                this::tenantOf,
                counts,
                house.clock);
        var nowhere = new PnpOptions(List.of(new PnpOptions.Place("none0", Optional.empty())), Set.of(), 0);
        assertThat(Refusals.codeOf(() -> PnpResponder.start(nowhere, answers, new Random(1), QUICK)))
                .isEqualTo("pnp.no-interface");
        var taken = new PnpOptions(List.of(new PnpOptions.Place("lo", Optional.empty())), Set.of(), port());
        assertThat(Refusals.codeOf(() -> PnpResponder.start(taken, answers, new Random(1), QUICK)))
                .isEqualTo("pnp.cannot-listen");
    }

    private int port() {
        return responder.ports().getFirst();
    }

    private void ask(FakeSipPhone phone, String maker, String mac, InetAddress to) {
        String request = Subscribes.of(maker)
                .replaceAll("(?i)(?<=MAC(?:=|%3a))[0-9a-f]{12}", mac)
                .replaceAll(
                        "(?<=Contact: <sip:)[^>]*", "127.0.0.1:" + phone.at().getPort());
        phone.send(request.getBytes(StandardCharsets.UTF_8), to, port());
    }

    private static String address(String notify) {
        return notify.substring(notify.indexOf("\r\n\r\n") + 4);
    }

    /** The secret part of the address that a phone is told. */
    private String bootstrap(String mac) {
        try (var phone = new FakeSipPhone(request -> 200)) {
            ask(phone, "snom", mac, GROUP);
            Awaitility.await().until(() -> !phone.requests().isEmpty());
            return address(phone.requests().getFirst()).split("/")[4];
        }
    }

    /** A phone of that type is expected for an hour; its MAC address. */
    private String expect(String type) {
        return identified(type, Optional.of(house.clock.instant().plus(Duration.ofHours(1))));
    }

    private String identified(String type, Optional<java.time.Instant> openUntil) {
        count++;
        String mac = "000413%06x".formatted(count);
        Id<Device> id = Id.next(house.random);
        house.write(stores -> {
            var of = stores.deviceTypes().named(type).orElseThrow().id();
            stores.devices()
                    .add(new Device(
                            id, "phone-" + count, of, Optional.empty(), Device.State.EXPECTED, house.clock.instant()));
            stores.devices().identify(id, List.of(new DeviceIdentifier("mac", mac)));
            openUntil.ifPresent(
                    until -> stores.deviceAddresses().keep(new DeviceAddress(id, 1, until, Optional.empty(), 0)));
            return id;
        });
        return mac;
    }

    private static Claim claim(String maker) {
        return new Claim(new Source("192.0.2.9", "", false, ""), Map.of("maker", maker), List.of());
    }
}
