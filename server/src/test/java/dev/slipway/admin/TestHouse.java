package dev.slipway.admin;

import dev.slipway.admin.act.Acts;
import dev.slipway.admin.act.Caller;
import dev.slipway.admin.act.Means;
import dev.slipway.admin.api.AdminApi;
import dev.slipway.admin.api.Parts;
import dev.slipway.admin.cli.Cli;
import dev.slipway.admin.cli.Terminal;
import dev.slipway.app.simulation.RealWorld;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.base.fleet.people.Role;
import dev.slipway.base.http.Limits;
import dev.slipway.base.http.Listener;
import dev.slipway.base.http.Listening;
import dev.slipway.base.http.OffLoop;
import dev.slipway.base.http.probe.Probe;
import dev.slipway.base.identity.HashQueue;
import dev.slipway.base.identity.Passwords;
import dev.slipway.base.identity.TokenKey;
import dev.slipway.base.store.Database;
import dev.slipway.base.store.SecretBox;
import dev.slipway.base.store.files.ArtifactFiles;
import dev.slipway.base.store.ledger.JdbcLedger;
import dev.slipway.base.store.ledger.JdbcRooms;
import dev.slipway.core.bundle.Publishing;
import dev.slipway.core.bundle.Trust;
import dev.slipway.core.enroll.activation.ActivationLinks;
import dev.slipway.core.enroll.address.AddressAdmission;
import dev.slipway.core.enroll.address.AddressKey;
import dev.slipway.core.enroll.requests.RequestHistory;
import dev.slipway.core.enroll.requests.RequestLog;
import dev.slipway.core.message.Suppliers;
import dev.slipway.core.settings.Settings;
import dev.slipway.core.settings.catalog.KeyCatalog;
import dev.slipway.core.settings.document.Documents;
import dev.slipway.door.gateway.GatewaySuppliers;
import dev.slipway.door.phone.Makers;
import dev.slipway.fake.TestDatabase;
import dev.slipway.fake.TestSecrets;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import javax.crypto.spec.SecretKeySpec;

/**
 * A server for tests of administration: a real ledger, the REST API on a free port of loopback, the command line
 * before it.
 */
public final class TestHouse implements AutoCloseable {
    /** When everything happens. */
    public static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    /** Longest artifact that this house takes. */
    public static final int ARTIFACT_BYTES_MAX = 1 << 20;

    private static final Secret OWN_TOKEN = new Secret("own-token-of-the-test-server");

    private final Database database = Database.open(TestDatabase.fresh());
    private final SecureRandom random = new SecureRandom();
    /** Finer than PostgreSQL keeps: what an answer shows must be what is kept all the same. */
    private final InstantSource clock = InstantSource.fixed(NOW.plusNanos(1));

    private final Vertx loops = Listener.loops();
    private final TokenKey key = TokenKey.derivedFrom(new SecretKeySpec(new byte[32], "AES"));
    private final ActivationLinks links = new ActivationLinks(key);
    private final Suppliers suppliers;
    private final SecretBox box;
    private final JdbcRooms rooms;
    private final JdbcLedger ledger;
    private final RequestLog requests = new RequestLog(clock);
    private final Acts acts;
    private final Tenant tenant;
    private final Parts parts;
    private final Listening listening;

    public TestHouse(Path directory) throws IOException {
        box = TestSecrets.box(random);
        suppliers = GatewaySuppliers.all(Set.of("127.0.0.1"), directory.resolve("messages"), clock);
        rooms = JdbcRooms.of(database, box, key -> true);
        ledger = rooms.ledger();
        tenant = new Tenant(
                Id.next(random), "default", "it@example.com", URI.create("http://127.0.0.1:3605"), List.of());
        ledger.keep(tenant, Actor.HOUSE, new Act("tenant.create", "default"));
        acts = new Acts(ledger, means());
        Router router = Router.router(loops);
        var offLoop = new OffLoop(Executors.newVirtualThreadPerTaskExecutor(), 64);
        parts = parts(directory);
        new AdminApi(acts, parts, offLoop, OWN_TOKEN).register(router);
        listening = new Listener("127.0.0.1", 0, Optional.empty(), Limits.USUAL).start(loops, clock, router);
    }

    private Means means() {
        return new Means(random, clock, new Passwords(new HashQueue(2, clock), random), settings(), suppliers, links);
    }

    private Settings settings() {
        return new Settings(KeyCatalog.with(Documents.keys(Makers.all())), id -> Optional.of(tenant));
    }

    private Parts parts(Path directory) throws IOException {
        var bytes = new ArtifactFiles(Files.createDirectories(directory.resolve("artifacts")), clock);
        Trust trust = Trust.start(rooms.keys(), random, clock);
        return new Parts(
                new Parts.Uploads(bytes, ARTIFACT_BYTES_MAX),
                new Publishing(ledger, trust, bytes, random, clock),
                new Parts.Keys(trust, rooms.keys(), random),
                new Parts.Phones(
                        new Documents(settings(), Makers.all(), id -> Optional.of(tenant), clock),
                        new AddressAdmission(ledger, new AddressKey(key), clock, seen -> {}),
                        new FakeWakeUp(),
                        new RequestHistory(requests, rooms.batched().requests())),
                Makers.readers(),
                Probe.usual(host -> {}, clock));
    }

    /** What operations of this house use. */
    public Parts parts() {
        return parts;
    }

    /** The acts of this house. */
    public Acts acts() {
        return acts;
    }

    /** What doors of this house decided. */
    public RequestLog requests() {
        return requests;
    }

    /** What this house keeps. */
    public JdbcLedger ledger() {
        return ledger;
    }

    /** A caller of that role. */
    public Caller caller(Role role) {
        return new Caller(tenant.id(), new Actor("administrator", "root"), role);
    }

    /** The database beneath. */
    public Database database() {
        return database;
    }

    /** The tenant. */
    public Id<Tenant> tenant() {
        return tenant.id();
    }

    /** The address of the API. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + listening.port());
    }

    /** The server's own token. */
    public Secret token() {
        return OWN_TOKEN;
    }

    /** A command line on any terminal. */
    public static Cli commandLine(Terminal terminal) {
        return new Cli(terminal, new FakeMaintenance(), RealWorld::open);
    }

    /** How a command ended. */
    public record Ran(int exit, String out, String err) {}

    /** Runs a command with the server's own token. */
    public Ran run(String... arguments) {
        return runWith("", arguments);
    }

    /** Runs a command with {@code input} on standard input. */
    public Ran runWith(String input, String... arguments) {
        return run(input, server(OWN_TOKEN.reveal()), arguments);
    }

    /** Runs a command where these variables are set too. */
    public Ran runWithin(Map<String, String> variables, String... arguments) {
        var environment = new HashMap<>(server(OWN_TOKEN.reveal()));
        environment.putAll(variables);
        return run("", environment, arguments);
    }

    /** Runs a command with a token of an administrator. */
    public Ran runAs(String token, String... arguments) {
        return run("", server(token), arguments);
    }

    /** Runs a command on a machine that knows no server. */
    public Ran runOffline(String... arguments) {
        return run("", Map.of(), arguments);
    }

    private Map<String, String> server(String token) {
        return Map.of("SLIPWAY_SERVER", address().toString(), "SLIPWAY_TOKEN", token);
    }

    private static Ran run(String input, Map<String, String> environment, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var terminal = new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment,
                Path.of("/nonexistent"));
        int exit = commandLine(terminal).run(arguments);
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        listening.stop();
        loops.close().await();
        database.close();
    }
}
