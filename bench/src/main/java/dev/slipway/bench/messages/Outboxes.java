package dev.slipway.bench.messages;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Message;
import dev.slipway.base.fleet.messages.MessageKind;
import dev.slipway.base.http.Content;
import dev.slipway.base.http.Limits;
import dev.slipway.base.http.Listener;
import dev.slipway.base.http.Listening;
import dev.slipway.base.identity.TokenKey;
import dev.slipway.base.store.DataDirectory;
import dev.slipway.base.store.Database;
import dev.slipway.base.store.DatabaseOptions;
import dev.slipway.base.store.SecretBox;
import dev.slipway.base.store.SecretKeys;
import dev.slipway.base.store.ledger.JdbcRooms;
import dev.slipway.base.store.postgres.PostgresOptions;
import dev.slipway.base.store.postgres.PostgresServer;
import dev.slipway.core.message.MessageCounts;
import dev.slipway.core.message.ReceiptAddress;
import dev.slipway.core.message.Sender;
import dev.slipway.door.gateway.GatewaySuppliers;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import javax.crypto.spec.SecretKeySpec;

/**
 * The outbox, a real database and the real gateways, with stubs that take everything at once; all of it in this
 * process, PostgreSQL beside it. Messages a second of wall time from their commit until the last one is settled.
 */
public final class Outboxes implements AutoCloseable {
    private static final int MESSAGES = 5_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int CONNECTIONS = 10;

    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;
    private final PostgresServer postgres;
    private final Database database;
    private final JdbcRooms rooms;
    private final Tenant tenant;
    private final Vertx loops = Listener.loops();
    private final MessageCounts counts = new MessageCounts();
    private final Sender sender;

    /** On a database of its own below {@code directory}. */
    public Outboxes(Path directory, InstantSource clock) {
        this.clock = clock;
        postgres = PostgresServer.start(new PostgresOptions(
                DataDirectory.open(directory), PostgresOptions.usualCache(System.getenv()), true, random));
        database = Database.open(
                new DatabaseOptions(postgres.jdbcUrl(), postgres.user(), postgres.password(), CONNECTIONS));
        var box = new SecretBox(SecretKeys.open(directory.resolve("bench.key"), random), random);
        rooms = JdbcRooms.of(database, box, key -> true);
        tenant = new Tenant(
                Id.next(random), "default", "it@example.com", URI.create("https://prov.example.com"), List.of());
        rooms.ledger().keep(tenant, Actor.HOUSE, new Act("bench", "tenant"));
        sender = Sender.start(
                new Sender.Rooms(
                        rooms.outgoing().outbox(),
                        rooms.ledger(),
                        GatewaySuppliers.all(Set.of("127.0.0.1"), directory.resolve("messages"), clock),
                        id -> Optional.of(tenant),
                        new ReceiptAddress(TokenKey.derivedFrom(new SecretKeySpec(new byte[32], "AES"))),
                        counts),
                random,
                clock);
    }

    /** Tells {@code fact} of each kind of gateway how many messages it takes a second, the middle of {@code rounds}. */
    public void run(int rounds, BiConsumer<String, Double> fact) throws IOException {
        Listening stub =
                new Listener("127.0.0.1", 0, Optional.empty(), Limits.USUAL).start(loops, clock, Outboxes::take);
        try {
            fact.accept("http", rate(rounds, http(stub.port())));
        } finally {
            stub.stop();
        }
        try (StubCenter center = new StubCenter(free())) {
            fact.accept("smpp", rate(rounds, smpp(center.port())));
        }
    }

    private static void take(HttpServerRequest request) {
        request.endHandler(end -> Content.text("text/plain", "taken").send(request));
    }

    private static int free() throws IOException {
        try (var any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    private GatewaySetup http(int port) {
        return gateway(
                "http",
                Map.of(
                        "url",
                        "http://127.0.0.1:" + port + "/send",
                        "body",
                        "{\"to\": \"${to}\", \"text\": \"${text}\", \"id\": \"${reference}\"}"),
                Map.of());
    }

    private GatewaySetup smpp(int port) {
        return gateway(
                "smpp",
                Map.of("host", "127.0.0.1", "port", Integer.toString(port), "system_id", "bench"),
                Map.of("password", new Secret("secret")));
    }

    private GatewaySetup gateway(String supplier, Map<String, String> settings, Map<String, Secret> secrets) {
        var setup = new GatewaySetup(
                Id.next(random),
                supplier,
                supplier,
                settings,
                secrets,
                new GatewaySetup.Use(true, 0, List.of(), List.of(), 0));
        return rooms.ledger().note(tenant.id(), stores -> {
            stores.gateways().add(setup);
            return setup;
        });
    }

    /** The first round warms up. */
    private double rate(int rounds, GatewaySetup gateway) throws IOException {
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            double seconds = seconds(gateway);
            if (round > 0) {
                rates.add(MESSAGES / seconds);
            }
        }
        Collections.sort(rates);
        return rates.get(rates.size() / 2);
    }

    private double seconds(GatewaySetup gateway) throws IOException {
        long before = counts.of(Message.State.SENT);
        queue(gateway);
        long began = System.nanoTime();
        while (counts.of(Message.State.SENT) < before + MESSAGES) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new IOException("only %d of %d messages were sent by %s in %s"
                        .formatted(counts.of(Message.State.SENT) - before, MESSAGES, gateway.name(), PATIENCE));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private void queue(GatewaySetup gateway) {
        Instant now = clock.instant();
        var content = new Message.Content(MessageKind.TEST, "en", Map.of("gateway", new Secret(gateway.name())));
        var _ = rooms.ledger().note(tenant.id(), stores -> {
            for (int i = 0; i < MESSAGES; i++) {
                var to = new Message.Recipient(Channel.SMS, "+4179%07d".formatted(i), Optional.empty());
                var life = new Message.Life(now, now.plus(Duration.ofDays(1)));
                stores.messages().queue(Message.queued(Id.next(random), content, to, gateway.id(), life));
            }
            return MESSAGES;
        });
    }

    @Override
    public void close() {
        sender.close();
        loops.close().await();
        database.close();
        postgres.close();
    }
}
