package dev.slipway.core.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceAccount;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.fleet.placement.Assignment;
import dev.slipway.base.fleet.placement.Place;
import dev.slipway.base.fleet.placement.Placed;
import dev.slipway.base.fleet.placement.Profile;
import dev.slipway.base.fleet.software.Origin;
import dev.slipway.base.identity.Tokens;
import dev.slipway.fake.Refusals;
import dev.slipway.fake.TestLedger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ActivationTicketsTest {
    private final TestLedger house = new TestLedger();
    private final LogOn logOn = new LogOn(house.ledger, house.tenants, house.passwords, house.random, house.clock);
    private final User ada = house.user("ada");

    @AfterEach
    void close() {
        house.close();
    }

    private Secret issue(Duration life) {
        Secret ticket = new Tokens(house.random).next();
        house.activation(Activation.Aim.of(ada.id()), ticket, life);
        return ticket;
    }

    private LoggedOn redeem(Secret ticket, Claim claim) {
        return logOn.logOn(new LogOn.Attempt("", claim, new Proof.Ticket(ticket)));
    }

    @Test
    void a_ticket_logs_on_without_a_password() {
        LoggedOn on = redeem(issue(Duration.ofDays(1)), Claims.linux("serial=S1"));
        assertThat(on.user()).isEqualTo(ada);
        assertThat(new Admission(house.ledger.lookups()).byToken(on.token())).isPresent();
        assertThat(house.list(stores -> stores.activations().of(ada.id())))
                .extracting(Activation::state)
                .containsExactly(Activation.State.REDEEMED);
    }

    @Test
    void a_ticket_is_redeemed_once_but_its_device_may_repeat_for_15_minutes() {
        Secret ticket = issue(Duration.ofDays(1));
        LoggedOn first = redeem(ticket, Claims.linux("serial=S1"));
        assertThat(Refusals.codeOf(() -> redeem(ticket, Claims.linux("serial=S2"))))
                .isEqualTo("logon.refused");
        house.clock.pass(Duration.ofMinutes(15).minusSeconds(1));
        LoggedOn again = redeem(ticket, Claims.linux("serial=S1"));
        assertThat(again.device()).isEqualTo(first.device());
        assertThat(again.token()).isNotEqualTo(first.token());
        house.clock.pass(Duration.ofSeconds(1));
        assertThat(Refusals.codeOf(() -> redeem(ticket, Claims.linux("serial=S1"))))
                .isEqualTo("logon.refused");
    }

    @Test
    void of_many_devices_one_redeems() throws Exception {
        Secret ticket = issue(Duration.ofDays(1));
        List<Callable<String>> calls = IntStream.range(0, 20)
                .<Callable<String>>mapToObj(i -> () -> outcome(ticket, Claims.linux("serial=S" + (i + 1))))
                .toList();
        List<String> outcomes = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> each : threads.invokeAll(calls)) {
                outcomes.add(each.get());
            }
        }
        assertThat(outcomes).filteredOn("in"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("logon.refused"::equals).hasSize(19);
        assertThat(house.list(stores -> stores.devices().of(ada.id()))).hasSize(1);
    }

    private String outcome(Secret ticket, Claim claim) {
        try {
            redeem(ticket, claim);
            return "in";
        } catch (dev.slipway.base.fleet.Refusal refusal) {
            return refusal.code();
        }
    }

    @Test
    void an_expired_activation_is_refused_and_says_so() {
        Secret ticket = issue(Duration.ofHours(1));
        house.clock.pass(Duration.ofHours(1));
        assertThat(Refusals.codeOf(() -> redeem(ticket, Claims.linux("serial=S1"))))
                .isEqualTo("activation.expired");
    }

    @Test
    void a_ticket_of_a_disabled_user_is_refused_and_not_used_up() {
        Secret ticket = issue(Duration.ofDays(1));
        put(User.State.DISABLED);
        assertThat(Refusals.codeOf(() -> redeem(ticket, Claims.linux("serial=S1"))))
                .isEqualTo("logon.refused");
        put(User.State.ACTIVE);
        assertThat(redeem(ticket, Claims.linux("serial=S1")).user().login()).isEqualTo("ada");
    }

    private void put(User.State state) {
        house.write(stores -> {
            stores.users().replace(new User(ada.id(), ada.login(), ada.person(), state, ada.credential()));
            return state;
        });
    }

    @Test
    void a_ticket_passes_where_passwords_are_throttled() {
        for (int i = 0; i < 5; i++) {
            Refusals.of(() -> logOn.logOn(new LogOn.Attempt(
                    "", Claims.linux("serial=S1"), new Proof.Password("ada", new Secret("wrong horse")))));
        }
        assertThat(redeem(issue(Duration.ofDays(1)), Claims.linux("serial=S1")).user())
                .isEqualTo(ada);
    }

    @Test
    void the_account_becomes_active_with_the_device_and_not_before() {
        Account account = account();
        Secret ticket = new Tokens(house.random).next();
        house.activation(aim(account, Optional.empty()), ticket, Duration.ofDays(1));
        assertThat(stateOf(account)).isEqualTo(Account.State.DISABLED);
        LoggedOn on = redeem(ticket, Claims.linux("serial=S1"));
        assertThat(stateOf(account)).isEqualTo(Account.State.ACTIVE);
        assertThat(house.list(stores -> stores.activations().of(ada.id())))
                .extracting(one -> one.traces().device())
                .containsExactly(Optional.of(on.device().record().id()));
    }

    @Test
    void a_device_that_replaces_another_goes_on_with_its_settings_and_the_other_is_retired() {
        Account account = account();
        LoggedOn first = redeem(issue(Duration.ofDays(1)), Claims.linux("serial=S1"));
        Id<Device> old = first.device().record().id();
        var place = new Assignment(
                Id.next(house.random),
                new Placed.OfProfile(profile()),
                new Place.OfDevice(old),
                0,
                false,
                house.clock.instant());
        house.write(stores -> {
            stores.assignments().add(place);
            stores.deviceAccounts().place(old, List.of(new DeviceAccount(old, 1, account.id(), "Desk")));
            return place;
        });
        Secret ticket = new Tokens(house.random).next();
        house.activation(aim(account, Optional.of(old)), ticket, Duration.ofDays(1));
        Id<Device> next =
                redeem(ticket, Claims.linux("serial=S2")).device().record().id();
        assertThat(house.find(stores -> stores.devices().find(old)))
                .map(Device::state)
                .contains(Device.State.RETIRED);
        assertThat(house.list(stores -> stores.deviceAccounts().of(next)))
                .containsExactly(new DeviceAccount(next, 1, account.id(), "Desk"));
        assertThat(house.list(stores -> stores.assignments().to(Set.of(new Place.OfDevice(next)))))
                .extracting(Assignment::id)
                .containsExactly(place.id());
        assertThat(new Admission(house.ledger.lookups()).byToken(first.token())).isEmpty();
    }

    private Id<Profile> profile() {
        var profile = new Profile(Id.next(house.random), "own", Profile.Kind.PROFILE, Origin.OWN, List.of());
        return house.write(stores -> {
            stores.profiles().add(profile);
            return profile.id();
        });
    }

    private Activation.Aim aim(Account account, Optional<Id<Device>> replaces) {
        return new Activation.Aim(
                ada.id(), Optional.of(account.id()), Optional.empty(), replaces, Optional.empty(), Set.of());
    }

    private Account account() {
        var account = new Account(
                Id.next(house.random),
                ada.id(),
                "sip",
                "ada@example.com",
                Optional.of(new Secret("s3cret")),
                new Account.Service("", "", Account.State.DISABLED));
        return house.write(stores -> {
            stores.accounts().add(account);
            return account;
        });
    }

    private Account.State stateOf(Account account) {
        return house.find(stores -> stores.accounts().find(account.id()))
                .orElseThrow()
                .service()
                .state();
    }
}
