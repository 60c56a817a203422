package dev.slipway.core.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.acts.JournalEntry;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceIdentifier;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.identity.HashQueue;
import dev.slipway.base.identity.Passwords;
import dev.slipway.fake.Refusals;
import dev.slipway.fake.TestLedger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LogOnTest {
    private static final String PASSWORD = "correct horse";

    private final TestLedger house = new TestLedger();
    private final LogOn logOn = new LogOn(house.ledger, house.tenants, house.passwords, house.random, house.clock);
    private final Admission admission = new Admission(house.ledger.lookups());
    private User ada;

    @BeforeEach
    void ada_is_a_user() {
        ada = house.user("ada", PASSWORD);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private LoggedOn logOn(String login, String password, Claim claim) {
        return logOn.logOn(new LogOn.Attempt("", claim, new Proof.Password(login, new Secret(password))));
    }

    private LoggedOn logOn(Claim claim) {
        return logOn("ada", PASSWORD, claim);
    }

    private Device kept(Id<Device> id) {
        return house.read(stores -> stores.devices().find(id)).orElseThrow();
    }

    private void put(Device device, Device.State state) {
        house.write(stores -> {
            stores.devices()
                    .replace(new Device(
                            device.id(), device.name(), device.type(), device.user(), state, device.created()));
            return device;
        });
    }

    @Test
    void a_new_device_is_created_named_and_let_in() {
        LoggedOn first = logOn(Claims.linux("serial=S1", "mac=00:04:13:aa:bb:cc"));
        Device device = first.device().record();
        assertThat(device.name()).isEqualTo("ada-dell-inc-xps-13-9310-1");
        assertThat(device.state()).isEqualTo(Device.State.ACTIVE);
        assertThat(device.user()).contains(ada.id());
        assertThat(kept(device.id())).isEqualTo(device);
        assertThat(first.recognized().type().map(DeviceType::name)).contains("linux-x86_64");
        assertThat(first.lastEvent()).isZero();
        assertThat(house.list(stores -> stores.devices().identifiers(device.id())))
                .containsExactlyInAnyOrder(
                        new DeviceIdentifier("serial", "S1"), new DeviceIdentifier("mac", "000413aabbcc"));
        assertThat(admission.byToken(first.token())).contains(new Admitted(house.tenant, device));
        JournalEntry entry = house.lastAct();
        assertThat(entry.act().name()).isEqualTo("device.enroll");
        assertThat(entry.act().details()).containsEntry("user", "ada").containsEntry("type", "linux-x86_64");
    }

    @Test
    void the_second_device_of_a_user_gets_the_next_number() {
        logOn(Claims.linux("serial=S1"));
        assertThat(logOn(Claims.linux("serial=S2")).device().record().name()).endsWith("-2");
    }

    @Test
    void each_log_on_ends_the_token_of_the_one_before() {
        LoggedOn first = logOn(Claims.linux("serial=S1"));
        LoggedOn second = logOn(Claims.linux("serial=S1"));
        assertThat(second.device()).isEqualTo(first.device());
        assertThat(admission.byToken(first.token())).isEmpty();
        assertThat(admission.byToken(second.token())).isPresent();
        assertThat(house.lastAct().act().name()).isEqualTo("device.log-on");
    }

    @Test
    void the_serial_finds_a_device_before_its_network_card_does() {
        Device one =
                logOn(Claims.linux("serial=S1", "mac=000413000001")).device().record();
        Device two =
                logOn(Claims.linux("serial=S2", "mac=000413000002")).device().record();
        Claim swapped = Claims.linux("serial=S1", "mac=000413000002");
        assertThat(logOn(swapped).device().record().id()).isEqualTo(one.id());
        assertThat(house.find(stores -> stores.devices().identified(new DeviceIdentifier("mac", "000413000002"))))
                .map(Device::id)
                .contains(two.id());
    }

    @Test
    void an_expected_device_becomes_active_and_keeps_its_name() {
        Id<DeviceType> type = house.read(stores -> stores.deviceTypes().named("linux-x86_64"))
                .orElseThrow()
                .id();
        var expected = new Device(
                Id.next(house.random), "lab-1", type, Optional.empty(), Device.State.EXPECTED, house.clock.instant());
        house.write(stores -> {
            stores.devices().add(expected);
            stores.devices().identify(expected.id(), List.of(new DeviceIdentifier("serial", "S9")));
            return expected;
        });
        Device device = logOn(Claims.linux("serial=S9")).device().record();
        assertThat(device.id()).isEqualTo(expected.id());
        assertThat(device.name()).isEqualTo("lab-1");
        assertThat(kept(device.id()).state()).isEqualTo(Device.State.ACTIVE);
        assertThat(house.lastAct().act().name()).isEqualTo("device.enroll");
    }

    @Test
    void a_device_that_changes_hands_is_bound_anew_and_the_journal_says_so() {
        house.user("bob", PASSWORD);
        Device device = logOn(Claims.linux("serial=S1")).device().record();
        LoggedOn bobs = logOn("bob", PASSWORD, Claims.linux("serial=S1"));
        assertThat(bobs.device().record().id()).isEqualTo(device.id());
        assertThat(kept(device.id()).user()).contains(bobs.user().id());
        assertThat(house.lastAct().act().details())
                .containsEntry("user", "bob")
                .containsEntry("earlier_user", ada.id().toString());
    }

    @Test
    void whatever_must_not_be_told_apart_is_refused_alike() {
        Claim claim = Claims.linux("serial=S1");
        LoggedOn before = logOn(claim);
        house.user("eve", PASSWORD);
        house.write(stores -> {
            User eve = stores.users().named("eve").orElseThrow();
            stores.users().replace(new User(eve.id(), "eve", eve.person(), User.State.DISABLED, eve.credential()));
            return eve;
        });
        List<Refusal> refusals = new ArrayList<>();
        refusals.add(Refusals.of(() -> logOn("ada", "wrong horse", claim)));
        refusals.add(Refusals.of(() -> logOn("nobody", PASSWORD, claim)));
        refusals.add(Refusals.of(() -> logOn("eve", PASSWORD, claim)));
        refusals.add(Refusals.of(
                () -> logOn.logOn(new LogOn.Attempt("", claim, new Proof.Ticket(new Secret("no ticket"))))));
        put(before.device().record(), Device.State.BLOCKED);
        refusals.add(Refusals.of(() -> logOn(claim)));
        put(before.device().record(), Device.State.RETIRED);
        refusals.add(Refusals.of(() -> logOn(claim)));
        assertThat(refusals).extracting(Refusal::code).containsOnly("logon.refused");
        assertThat(refusals)
                .extracting(Refusal::sentence)
                .containsOnly(refusals.getFirst().sentence());
        assertThat(refusals).extracting(Refusal::retryAfter).containsOnly(Optional.empty());
        assertThat(admission.byToken(before.token())).isEmpty();
    }

    @Test
    @Timeout(60)
    void a_device_that_is_blocked_while_it_logs_on_stays_blocked() throws Exception {
        house.user("bob", PASSWORD);
        Device device = logOn(Claims.linux("serial=S1")).device().record();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> bobs = house.write(stores -> {
                stores.devices()
                        .replace(new Device(
                                device.id(),
                                device.name(),
                                device.type(),
                                device.user(),
                                Device.State.BLOCKED,
                                device.created()));
                Future<String> code =
                        threads.submit(() -> Refusals.codeOf(() -> logOn("bob", PASSWORD, Claims.linux("serial=S1"))));
                house.untilSomebodyWaits();
                return code;
            });
            assertThat(bobs.get()).isEqualTo("logon.refused");
        }
        assertThat(kept(device.id()).state()).isEqualTo(Device.State.BLOCKED);
        assertThat(kept(device.id()).user()).contains(ada.id());
    }

    @Test
    void five_failures_slow_down_even_the_right_password_but_only_there() {
        for (int i = 0; i < 5; i++) {
            assertThat(Refusals.codeOf(() -> logOn("ada", "wrong horse", Claims.from("203.0.113.7"))))
                    .isEqualTo("logon.refused");
        }
        Refusal refusal = Refusals.of(() -> logOn("ada", PASSWORD, Claims.from("203.0.113.99")));
        assertThat(refusal.code()).isEqualTo("logon.throttled");
        assertThat(refusal.retryAfter().orElseThrow()).isGreaterThan(Duration.ofMinutes(9));
        assertThat(logOn("ada", PASSWORD, Claims.from("198.51.100.1")).user()).isEqualTo(ada);
    }

    @Test
    void who_is_turned_away_costs_the_database_nothing() {
        Claim claim = Claims.from("203.0.113.7");
        for (int i = 0; i < 5; i++) {
            logOn.turnAway("", claim.source(), password("wrong horse"));
            assertThat(Refusals.codeOf(() -> logOn("ada", "wrong horse", claim)))
                    .isEqualTo("logon.refused");
        }
        var inClear = new Source("203.0.113.7", "", false, "");
        List<String> codes = new ArrayList<>();
        assertThat(house.statements(() -> {
                    codes.add(turnedAway("", claim.source()));
                    codes.add(turnedAway("it@nowhere.example", claim.source()));
                    codes.add(turnedAway("", inClear));
                }))
                .isEmpty();
        assertThat(codes).containsExactly("logon.throttled", "alias.unknown", "boot.tls-required");
    }

    @Test
    @Timeout(60)
    void a_ticket_is_not_turned_away_when_too_many_passwords_wait() {
        var queue = new HashQueue(1, house.clock);
        var crowded =
                new LogOn(house.ledger, house.tenants, new Passwords(queue, house.random), house.random, house.clock);
        var hold = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                threads.submit(() -> queue.run(() -> awaited(hold)));
            }
            Awaitility.await().untilAsserted(() -> assertThat(
                            Refusals.codeOf(() -> crowded.turnAway("", Claims.HOME, password(PASSWORD))))
                    .isEqualTo("logon.throttled"));
            crowded.turnAway("", Claims.HOME, new Proof.Ticket(new Secret("no ticket")));
            hold.countDown();
        }
    }

    private static boolean awaited(CountDownLatch hold) {
        try {
            return hold.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String turnedAway(String alias, Source source) {
        return Refusals.codeOf(() -> logOn.turnAway(alias, source, password(PASSWORD)));
    }

    private static Proof password(String password) {
        return new Proof.Password("ada", new Secret(password));
    }

    @Test
    void a_password_in_clear_is_refused_but_not_on_this_machine() {
        Source clear = new Source("203.0.113.7", "", false, "");
        Source here = new Source("127.0.0.1", "", false, "");
        assertThat(Refusals.codeOf(() -> logOn(Claims.of(clear, Claims.LINUX)))).isEqualTo("boot.tls-required");
        assertThat(logOn(Claims.of(here, Claims.LINUX)).user()).isEqualTo(ada);
    }

    @Test
    void an_unknown_type_is_told_to_users_only() {
        Claim claim = Claims.of(Claims.HOME, Map.of("os", "?"));
        assertThat(Refusals.codeOf(() -> logOn(claim))).isEqualTo("device-type.unknown");
        assertThat(Refusals.codeOf(() -> logOn("ada", "wrong horse", claim))).isEqualTo("logon.refused");
    }

    @Test
    void a_tenant_is_found_by_alias_then_by_host_then_as_the_only_one() {
        house.tenant("other");
        assertThat(Refusals.codeOf(() -> logOn(Claims.linux()))).isEqualTo("tenant.unclear");
        assertThat(Refusals.codeOf(() -> logOn.logOn(new LogOn.Attempt(
                        "it@nowhere.example", Claims.linux(), new Proof.Password("ada", new Secret(PASSWORD))))))
                .isEqualTo("alias.unknown");
        LoggedOn byAlias = logOn.logOn(new LogOn.Attempt(
                "IT@default.example.com", Claims.linux(), new Proof.Password("ada", new Secret(PASSWORD))));
        assertThat(byAlias.device().tenant()).isEqualTo(house.tenant);
        Source source = new Source("203.0.113.7", "", true, "default.example.com");
        assertThat(logOn(Claims.of(source, Claims.LINUX)).device().tenant()).isEqualTo(house.tenant);
    }

    @Test
    void unenrolling_ends_the_token_and_lets_the_device_come_again() {
        LoggedOn first = logOn(Claims.linux("serial=S1"));
        new Unenroll(house.ledger).run(admission.byToken(first.token()).orElseThrow());
        assertThat(admission.byToken(first.token())).isEmpty();
        assertThat(kept(first.device().record().id()).user()).isEmpty();
        assertThat(house.lastAct().act().name()).isEqualTo("device.unenroll");
        assertThat(logOn(Claims.linux("serial=S1")).device()).isEqualTo(first.device());
    }
}
