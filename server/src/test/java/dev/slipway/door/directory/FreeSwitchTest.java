package dev.slipway.door.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.SipServer;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.http.Limits;
import dev.slipway.base.http.Listener;
import dev.slipway.base.http.Listening;
import dev.slipway.base.http.OffLoop;
import dev.slipway.base.identity.TokenKey;
import dev.slipway.base.wire.sip.Ha1;
import dev.slipway.core.enroll.directory.SipDirectory;
import dev.slipway.fake.TestLedger;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.concurrent.Executors;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FreeSwitchTest {
    private static final TokenKey KEY = TokenKey.derivedFrom(new SecretKeySpec(new byte[32], "AES"));

    private final TestLedger house = new TestLedger();
    private final Vertx loops = Listener.loops();
    private final HttpClient client = HttpClient.newHttpClient();
    private final User ada = house.user("ada");
    private Listening listening;
    private SipServer server;
    private String path;

    @BeforeAll
    void open() {
        Router router = Router.router(loops);
        var offLoop = new OffLoop(Executors.newVirtualThreadPerTaskExecutor(), 64);
        new FreeSwitch(new SipDirectory(house.ledger, KEY), offLoop, house.random).register(router);
        listening = new Listener("127.0.0.1", 0, Optional.empty(), Limits.USUAL).start(loops, house.clock, router);
        Id<SipServer> id = Id.next(house.random);
        server = new SipServer(id, "switch", "slipway_sip_" + id, house.clock.instant());
        house.write(stores -> {
            stores.sipServers().open(server, new Secret("password-of-the-role"));
            stores.accounts().add(account("ann@example.com", Account.State.ACTIVE));
            stores.accounts().add(account("off@example.com", Account.State.DISABLED));
            return id;
        });
        Tenant tenant = house.ledger.lookups().tenants().getFirst();
        path = SipDirectory.address(KEY, tenant, id).getPath();
    }

    private Account account(String address, Account.State state) {
        return new Account(
                Id.next(house.random),
                ada.id(),
                "sip",
                address,
                Optional.of(new Secret("s3cret")),
                new Account.Service("", "", state));
    }

    @AfterAll
    void close() {
        house.write(stores -> {
            stores.sipServers().close(server.id());
            return server;
        });
        listening.stop();
        loops.close().await();
        client.close();
        house.close();
    }

    private HttpResponse<String> asked(String address, String form) {
        return client.sendAsync(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + listening.port() + address))
                                .header("content-type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.ofString())
                .join();
    }

    @Test
    void an_account_that_may_register_is_answered_with_its_hash() {
        HttpResponse<String> answer =
                asked(path, "section=directory&tag_name=domain&user=ann&domain=example.com&action=sip_auth");

        assertThat(answer.headers().firstValue("content-type")).contains("text/xml; charset=utf-8");
        assertThat(answer.body())
                .contains("<domain name=\"example.com\">", "<user id=\"ann\">", "name=\"a1-hash\"")
                .contains("value=\"" + Ha1.of("ann", "example.com", "s3cret") + "\"");
    }

    @Test
    void any_other_is_not_found() {
        for (String form : new String[] {
            "user=off&domain=example.com", "user=ann&domain=other", "user=&domain=", "x", "user=%00&domain=example.com"
        }) {
            assertThat(asked(path, form).body()).as(form).contains("<result status=\"not found\"/>");
        }
    }

    @Test
    void who_is_no_sip_server_of_ours_learns_nothing() {
        assertThat(asked("/directory/" + "a".repeat(39), "user=ann&domain=example.com")
                        .statusCode())
                .isEqualTo(404);
        assertThat(asked("/directory/x", "user=ann&domain=example.com").statusCode())
                .isEqualTo(404);
        int get = client.sendAsync(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + listening.port() + path))
                                .build(),
                        BodyHandlers.ofString())
                .join()
                .statusCode();
        assertThat(get).isEqualTo(404);
    }
}
