package dev.slipway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.fleet.people.Webhook;
import dev.slipway.base.fleet.people.Webhooks;
import dev.slipway.base.fleet.people.Webhooks.Claimed;
import dev.slipway.base.fleet.people.Webhooks.Told;
import dev.slipway.fake.Refusals;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a webhook is to be told is noted with the change, and told by one server at a time. */
class WebhooksTest {
    private static final Instant UNTIL = House.NOON.plusSeconds(60);

    private final House house = new House();
    private final Webhooks.Calls calls = house.rooms().outgoing().calls();
    private final User ada = Samples.user(house.id(), "ada");
    private final Webhook webhook = new Webhook(
            house.id(), "billing", URI.create("https://billing.example.com/"), new Secret("whsec_AA=="), House.NOON);

    @BeforeEach
    void open() {
        house.change(stores -> {
            stores.users().add(ada);
            stores.webhooks().add(webhook);
        });
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Account account(String address) {
        var account = new Account(
                house.id(),
                ada.id(),
                "sip",
                address,
                Optional.empty(),
                new Account.Service("", "", Account.State.ACTIVE));
        house.change(stores -> stores.accounts().add(account));
        return account;
    }

    private Claimed claimed() {
        List<Claimed> all = calls.claim(House.NOON, UNTIL);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static List<String> addresses(Claimed claimed) {
        return claimed.calls().stream().map(call -> call.subject().address()).toList();
    }

    @Test
    void it_is_kept_as_it_was_given_and_its_name_is_taken() {
        assertThat(house.find(stores -> stores.webhooks().named("BILLING"))
                        .orElseThrow()
                        .webhook())
                .isEqualTo(webhook);
        assertThat(Refusals.codeOf(
                        () -> house.change(stores -> stores.webhooks().add(webhook))))
                .isEqualTo("fleet.duplicate");
    }

    @Test
    void what_is_claimed_is_nobody_elses_until_the_claim_ends() {
        account("ada@example.com");
        Claimed first = claimed();

        assertThat(addresses(first)).containsExactly("ada@example.com");
        assertThat(first.webhook()).isEqualTo(webhook);
        assertThat(calls.claim(House.NOON, UNTIL)).isEmpty();
        assertThat(calls.claim(UNTIL, UNTIL.plusSeconds(60))).hasSize(1);
    }

    @Test
    void only_what_was_taken_goes_and_the_rest_comes_when_it_is_due() {
        account("first@example.com");
        account("second@example.com");
        Instant next = UNTIL.plusSeconds(5);

        calls.settle(claimed(), new Told(1, 1, "503", House.NOON, next));

        assertThat(calls.claim(UNTIL, next)).isEmpty();
        List<Claimed> later = calls.claim(next, next.plusSeconds(60));
        assertThat(later).hasSize(1);
        assertThat(addresses(later.getFirst())).containsExactly("second@example.com");
        assertThat(later.getFirst().failures()).isEqualTo(1);
    }

    @Test
    void who_comes_back_after_the_end_of_its_claim_changes_nothing() {
        account("ada@example.com");
        Claimed slow = claimed();
        List<Claimed> next = calls.claim(UNTIL, UNTIL.plusSeconds(60));

        calls.settle(slow, new Told(1, 0, "200", UNTIL, UNTIL));

        assertThat(next).hasSize(1);
        Webhook.Standing standing = house.find(stores -> stores.webhooks().named("billing"))
                .orElseThrow()
                .standing();
        assertThat(standing.waiting()).isEqualTo(1);
        assertThat(standing.answer()).isEmpty();
    }

    @Test
    void an_account_of_another_tenant_is_told_to_nobody_here() {
        house.ledger.note(house.other, stores -> {
            var bob = Samples.user(house.id(), "bob");
            stores.users().add(bob);
            stores.accounts()
                    .add(new Account(
                            house.id(),
                            bob.id(),
                            "sip",
                            "bob@example.com",
                            Optional.empty(),
                            new Account.Service("", "", Account.State.ACTIVE)));
            return bob;
        });

        assertThat(calls.claim(House.NOON, UNTIL)).isEmpty();
    }

    @Test
    void a_change_that_is_taken_back_is_told_to_nobody() {
        Account account = account("ada@example.com");
        calls.settle(claimed(), new Told(1, 0, "200", House.NOON, House.NOON));

        assertThat(Refusals.codeOf(() -> house.change(stores -> {
                    stores.accounts().replace(account.in(Account.State.DISABLED));
                    stores.webhooks().add(webhook);
                })))
                .isEqualTo("fleet.duplicate");

        assertThat(calls.claim(House.NOON, UNTIL)).isEmpty();
    }
}
