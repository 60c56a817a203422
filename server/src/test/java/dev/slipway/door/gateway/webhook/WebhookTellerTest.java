package dev.slipway.door.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.fleet.people.Webhook;
import dev.slipway.base.http.Content;
import dev.slipway.base.http.Limits;
import dev.slipway.base.http.Listener;
import dev.slipway.base.http.Listening;
import dev.slipway.core.enroll.directory.AccountNews;
import dev.slipway.door.gateway.http.OutboundHosts;
import dev.slipway.fake.TestLedger;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the change of an account to the address that is told of it. */
class WebhookTellerTest {
    private static final Secret SECRET = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    private final TestLedger house = new TestLedger();
    private final Vertx loops = Listener.loops();
    private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
    private final AtomicInteger status = new AtomicInteger(200);
    private final User ada = house.user("ada");
    private Listening receiver;
    private WebhookTeller teller;
    private AccountNews news;

    private record Told(String id, String timestamp, String signature, String body) {
        JsonObject data() {
            return new JsonObject(body).getJsonObject("data");
        }
    }

    @BeforeEach
    void open() {
        receiver = new Listener("127.0.0.1", 0, Optional.empty(), Limits.USUAL).start(loops, house.clock, this::take);
        news = telling(Set.of("127.0.0.1"));
    }

    private AccountNews telling(Set<String> inner) {
        teller = new WebhookTeller(new OutboundHosts(inner), house.clock);
        return AccountNews.start(house.calls, teller, house.random, house.clock);
    }

    @AfterEach
    void close() {
        news.close();
        teller.close();
        receiver.stop();
        loops.close().await();
        house.close();
    }

    private void take(HttpServerRequest request) {
        request.bodyHandler(body -> {
            int answer = status.get();
            new Content(answer, Map.of(), Buffer.buffer()).send(request);
            told.add(new Told(
                    request.getHeader("webhook-id"),
                    request.getHeader("webhook-timestamp"),
                    request.getHeader("webhook-signature"),
                    body.toString()));
        });
    }

    private Webhook webhook(String name) {
        URI address = URI.create("http://127.0.0.1:%d/in".formatted(receiver.port()));
        var webhook = new Webhook(Id.next(house.random), name, address, SECRET, house.clock.instant());
        return house.write(stores -> {
            stores.webhooks().add(webhook);
            return webhook;
        });
    }

    private Account account(String address, Account.State state) {
        var account = new Account(
                Id.next(house.random),
                ada.id(),
                "sip",
                address,
                Optional.of(new Secret("of-the-account")),
                new Account.Service("", "", state));
        return house.write(stores -> {
            stores.accounts().add(account);
            return account;
        });
    }

    private void replace(Account account) {
        house.write(stores -> {
            stores.accounts().replace(account);
            return account;
        });
    }

    private Told next() throws InterruptedException {
        Told next = told.poll(10, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    private Webhook.Standing standing(String name) {
        return house.read(stores -> stores.webhooks().named(name)).orElseThrow().standing();
    }

    private void noted(String name) {
        while (standing(name).failures() == 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void each_change_of_an_account_is_told_once_signed_and_in_order() throws Exception {
        account("before@example.com", Account.State.ACTIVE);
        webhook("registrar");
        Account account = account("ada@example.com", Account.State.DISABLED);
        replace(account.in(Account.State.ACTIVE));
        replace(account.in(Account.State.ACTIVE));
        house.write(stores -> stores.accounts().remove(account.id()));

        Told created = next();
        assertThat(created.signature())
                .isEqualTo(SignedCall.sign(SECRET, created.id(), Long.parseLong(created.timestamp()), created.body()));
        assertThat(created.body()).contains("account.created").doesNotContain("of-the-account");
        assertThat(created.data().getString("address")).isEqualTo("ada@example.com");
        assertThat(created.data().getString("user")).isEqualTo("ada");
        assertThat(created.data().getBoolean("registers")).isFalse();
        Told changed = next();
        assertThat(changed.data().getString("was")).isEqualTo("disabled");
        assertThat(changed.data().getString("state")).isEqualTo("active");
        assertThat(changed.data().getBoolean("registers")).isTrue();
        assertThat(next().body()).contains("account.removed");
        news.close();
        assertThat(told).isEmpty();
        assertThat(standing("registrar").waiting()).isZero();
    }

    @Test
    void accounts_of_a_user_who_is_disabled_register_no_more() throws Exception {
        account("ada@example.com", Account.State.ACTIVE);
        webhook("registrar");
        house.write(stores -> {
            stores.users().replace(new User(ada.id(), "ada", ada.person(), User.State.DISABLED, Optional.empty()));
            return ada;
        });

        JsonObject data = next().data();
        assertThat(data.getString("state")).isEqualTo("active");
        assertThat(data.getBoolean("registers")).isFalse();
    }

    @Test
    void what_is_not_taken_comes_again_under_the_same_id_before_what_follows() throws Exception {
        webhook("registrar");
        status.set(503);
        Account account = account("ada@example.com", Account.State.DISABLED);
        Told refused = next();
        noted("registrar");
        status.set(204);
        replace(account.in(Account.State.ACTIVE));
        house.clock.pass(Duration.ofSeconds(7));

        assertThat(next().id()).isEqualTo(refused.id());
        assertThat(next().id()).isNotEqualTo(refused.id());
    }

    @Test
    void a_redirect_is_followed_nowhere_and_counts_as_refused() throws Exception {
        webhook("registrar");
        status.set(302);
        account("ada@example.com", Account.State.ACTIVE);
        next();
        news.close();

        assertThat(standing("registrar").answer()).isEqualTo("302");
        assertThat(standing("registrar").failures()).isEqualTo(1);
        assertThat(standing("registrar").waiting()).isEqualTo(1);
    }

    @Test
    void a_host_inside_is_not_called_unless_it_is_named() {
        news.close();
        webhook("registrar");
        account("ada@example.com", Account.State.ACTIVE);
        news = telling(Set.of());
        noted("registrar");

        assertThat(standing("registrar").answer()).isEqualTo("gateway.inner-host");
        assertThat(told).isEmpty();
    }

    @Test
    void one_that_is_closed_is_told_no_more_and_others_are() throws Exception {
        Webhook first = webhook("first");
        webhook("second");
        house.write(stores -> {
            stores.webhooks().remove(first.id());
            return first;
        });
        account("ada@example.com", Account.State.ACTIVE);

        next();
        news.close();
        assertThat(told).isEmpty();
        assertThat(house.read(stores -> stores.webhooks().all()).size()).isEqualTo(1);
    }
}
