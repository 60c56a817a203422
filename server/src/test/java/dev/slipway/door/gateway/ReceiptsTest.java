package dev.slipway.door.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Message;
import dev.slipway.base.fleet.messages.Message.State;
import dev.slipway.base.fleet.messages.MessageKind;
import dev.slipway.base.http.Limits;
import dev.slipway.base.http.Listener;
import dev.slipway.base.http.Listening;
import dev.slipway.base.http.OffLoop;
import dev.slipway.base.identity.TokenKey;
import dev.slipway.core.message.MessageCounts;
import dev.slipway.core.message.ReceiptAddress;
import dev.slipway.core.message.Sender;
import dev.slipway.core.message.Suppliers;
import dev.slipway.fake.FakeGateways;
import dev.slipway.fake.TestLedger;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the outbox by each supplier's stub and back by its receipts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceiptsTest {
    private final TestLedger house = new TestLedger();
    private final FakeGateways stub = new FakeGateways();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Vertx loops = Listener.loops();
    private final Suppliers suppliers = GatewaySuppliers.all(Set.of("127.0.0.1"), Path.of("/nonexistent"), house.clock);
    private final ReceiptAddress addresses =
            new ReceiptAddress(TokenKey.derivedFrom(new SecretKeySpec(new byte[32], "AES")));
    private final Map<String, GatewaySetup> gateways = new HashMap<>();
    private Tenant tenant;
    private Listening listening;
    private Sender sender;

    @BeforeAll
    void open() {
        tenant = house.ledger.lookups().tenants().getFirst();
        Router router = Router.router(loops);
        var offLoop = new OffLoop(Executors.newVirtualThreadPerTaskExecutor(), 64);
        new Receipts(new Receipts.Rooms(house.ledger, suppliers, addresses, house.clock), offLoop, house.random)
                .register(router);
        listening = new Listener("127.0.0.1", 0, Optional.empty(), Limits.USUAL).start(loops, house.clock, router);
        sender = Sender.start(
                new Sender.Rooms(
                        house.outbox,
                        house.ledger,
                        suppliers,
                        id -> Optional.of(tenant),
                        addresses,
                        new MessageCounts()),
                house.random,
                house.clock);
    }

    @AfterAll
    void close() {
        sender.close();
        listening.stop();
        loops.close().await();
        stub.close();
        client.close();
        house.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"vonage", "clickatell", "clickatell-http", "aspsms", "aspsms-xml", "orange", "kannel", "http"})
    void what_becomes_of_a_message_is_known_from_its_receipt(String supplier) {
        GatewaySetup gateway = gateway(supplier);
        Message delivered = queue(gateway, "00");
        Message silent = queue(gateway, "03");
        Message twice = queue(gateway, "04");

        becomes(State.DELIVERED, delivered);
        becomes(State.DELIVERED, twice);
        becomes(State.SENT, silent);
        assertThat(found(delivered).content().variables()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"vonage", "clickatell", "clickatell-http", "aspsms", "aspsms-xml", "orange", "kannel", "http"})
    void a_receipt_before_the_answer_does_no_harm(String supplier) {
        becomes(State.DELIVERED, queue(gateway(supplier), "05"));
    }

    @Test
    void whoever_lacks_the_secret_learns_nothing() throws Exception {
        GatewaySetup gateway = gateway("vonage");
        String path = URI.create(addresses.of(tenant, gateway.id())).getPath();
        String other = URI.create(addresses.of(tenant, gateway("kannel").id())).getPath();

        HttpResponse<String> unknown = get("/receipt/nobody/nothing");

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(get(path.substring(0, path.lastIndexOf('/') + 1) + other.substring(other.lastIndexOf('/') + 1)
                                + "?client-ref=x&status=delivered")
                        .body())
                .isEqualTo(unknown.body());
        assertThat(get(path + "?client-ref=0123456789abc&status=delivered").body())
                .as("a message that this gateway was never given")
                .isEqualTo(unknown.body());
        assertThat(get(path).body()).as("nothing said").isEqualTo(unknown.body());
        assertThat(client.send(HttpRequest.newBuilder(uri(path)).DELETE().build(), BodyHandlers.ofString())
                        .body())
                .isEqualTo(unknown.body());
    }

    @Test
    void the_message_of_one_gateway_is_no_other_gateways_to_tell_about() throws Exception {
        Message silent = queue(gateway("vonage"), "03");
        becomes(State.SENT, silent);
        String other = URI.create(addresses.of(tenant, gateway("kannel").id())).getPath();

        assertThat(get(other + "?ref=" + silent.id() + "&state=1").statusCode()).isEqualTo(404);
        assertThat(found(silent).progress().state()).isEqualTo(State.SENT);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + listening.port() + path);
    }

    private GatewaySetup gateway(String supplier) {
        GatewaySetup gateway = gateways.computeIfAbsent(supplier, name -> {
            var setup = Setups.of(Id.next(house.random), name, "right", Setups.url(name, stub.address()));
            house.write(stores -> {
                stores.gateways().add(setup);
                return setup;
            });
            return setup;
        });
        stub.receiptsAt(uri("/"), URI.create(addresses.of(tenant, gateway.id())).getPath());
        return gateway;
    }

    /** A number of its own, since Orange's stub knows a message by its number. */
    private Message queue(GatewaySetup gateway, String magic) {
        String number = "+4179%06d%s".formatted(house.random.nextInt(1_000_000), magic);
        Message message = Message.queued(
                Id.next(house.random),
                new Message.Content(MessageKind.TEST, "en", Map.of("gateway", new Secret(gateway.name()))),
                new Message.Recipient(Channel.SMS, number, Optional.empty()),
                gateway.id(),
                new Message.Life(house.clock.instant(), house.clock.instant().plus(Duration.ofDays(1))));
        return house.write(stores -> {
            stores.messages().queue(message);
            return message;
        });
    }

    private void becomes(State state, Message message) {
        await().alias(state + " " + found(message).progress())
                .until(() -> found(message).progress().state() == state);
    }

    private Message found(Message message) {
        return house.find(stores -> stores.messages().find(message.id())).orElseThrow();
    }
}
