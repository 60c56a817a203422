package dev.slipway.door.portal;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.base.fleet.devices.DeviceDocument;
import dev.slipway.base.fleet.devices.DeviceSeen;
import dev.slipway.base.fleet.ledger.DeviceView;
import dev.slipway.base.fleet.people.Person;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.fleet.software.Application;
import dev.slipway.base.fleet.software.Artifact;
import dev.slipway.base.fleet.software.ArtifactDigest;
import dev.slipway.base.fleet.software.Origin;
import dev.slipway.base.fleet.software.Release;
import dev.slipway.base.fleet.software.ReleaseArtifact;
import dev.slipway.base.http.Limits;
import dev.slipway.base.http.Listener;
import dev.slipway.base.http.Listening;
import dev.slipway.base.http.OffLoop;
import dev.slipway.base.http.OwnCertificate;
import dev.slipway.base.http.ServerKey;
import dev.slipway.base.identity.HashQueue;
import dev.slipway.base.identity.Passwords;
import dev.slipway.base.store.Database;
import dev.slipway.base.store.SecretBox;
import dev.slipway.base.store.files.ArtifactFiles;
import dev.slipway.base.store.ledger.JdbcLedger;
import dev.slipway.base.store.ledger.JdbcRooms;
import dev.slipway.bootloader.protocol.trust.Envelope;
import dev.slipway.core.bundle.PublicArtifacts;
import dev.slipway.core.bundle.Trust;
import dev.slipway.core.enroll.Admission;
import dev.slipway.core.enroll.DeviceTypeSeed;
import dev.slipway.core.enroll.KnownTenants;
import dev.slipway.core.enroll.LastSeen;
import dev.slipway.core.enroll.LogOn;
import dev.slipway.core.enroll.Reports;
import dev.slipway.core.enroll.Strangers;
import dev.slipway.core.enroll.roster.Roster;
import dev.slipway.core.polling.WorkLine;
import dev.slipway.door.portal.site.BootloaderPackages;
import dev.slipway.door.portal.site.DownloadSite;
import dev.slipway.fake.BootloaderJar;
import dev.slipway.fake.TestDatabase;
import dev.slipway.fake.TestSecrets;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The portal as it stands in the house: real ledger, real log-on, a clear and a TLS listener; only bundles are
 * simple. */
final class Doorway implements AutoCloseable {
    static final String CONTENT = "0123456789".repeat(1_000);
    private static final Path LAUNCHERS = Path.of("..", "bootloader", "src", "main", "dist");
    private static final Act ACT = new Act("test.act", "portal");

    final AtomicInteger made = new AtomicInteger();
    final PollCounts counts = new PollCounts();
    final JdbcLedger ledger;
    final DeviceSeen store;
    final LastSeen seen;
    final Tenant tenant;
    final ArtifactDigest artifact;
    final Listening clear;
    final Listening secure;
    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock = InstantSource.system();
    final WorkLine line = new WorkLine(clock, random);
    final Database database;
    private final Vertx vertx = Listener.loops();

    Doorway(Path directory) throws IOException {
        database = Database.open(TestDatabase.fresh());
        SecretBox box = TestSecrets.box(random);
        JdbcRooms rooms = JdbcRooms.of(database, box, key -> true);
        store = rooms.batched().seen();
        seen = new LastSeen(store);
        ledger = rooms.ledger();
        tenant = new Tenant(
                Id.next(random), "default", "it@example.com", URI.create("https://portal.example.com"), List.of());
        ledger.keep(tenant, Actor.HOUSE, ACT);
        var passwords = new Passwords(new HashQueue(2, clock), random);
        ledger.write(tenant.id(), Actor.HOUSE, ACT, stores -> {
            DeviceTypeSeed.into(stores, random);
            stores.users().add(user(passwords.hash(new Secret("correct horse"))));
            return true;
        });
        var artifacts = new ArtifactFiles(Files.createDirectories(directory.resolve("artifacts")), clock);
        artifact = artifacts.put(new ByteArrayInputStream(CONTENT.getBytes(StandardCharsets.US_ASCII)), 1 << 20);
        var trust = Trust.start(rooms.keys(), random, clock);
        ServerKey key =
                new OwnCertificate(directory.resolve("tls"), clock, random).serving(List.of("portal.example.com"));
        Path jar = BootloaderJar.in(directory);
        var roster = new Roster();
        ledger.onCommit(changes -> changes.forEach(roster::heard));
        var strangers = new Strangers(roster, clock);
        var polls = new PollRooms(roster, strangers, seen, counts);
        var tenants = new KnownTenants(ledger.lookups());
        ledger.onCommit(tenants::changed);
        var portal = new Portal(
                new PortalRooms(
                        ledger,
                        new LogOn(ledger, tenants, passwords, random, clock),
                        new Reports(ledger, clock),
                        this::document,
                        artifacts,
                        new PublicArtifacts(ledger.lookups(), clock)),
                new Face(trust, key),
                new Portal.Known(
                        new Admission(ledger.lookups(), strangers::lookUp),
                        new RosterAnswers(polls, clock, 1 << 20),
                        tenants),
                new Portal.Work(new OffLoop(Executors.newVirtualThreadPerTaskExecutor(), 64), line, random, clock),
                Optional.of(new DownloadSite(new BootloaderPackages(jar, LAUNCHERS, directory.resolve("packages")))));
        Router router = Router.router(vertx);
        portal.register(router);
        portal.registerEnd(router);
        clear = listener(Optional.empty()).start(vertx, clock, portal.before(router));
        secure = listener(Optional.of(key)).start(vertx, clock, portal.before(router));
    }

    /** Refers to the artifact in a published release. */
    void publish() {
        ledger.write(tenant.id(), Actor.HOUSE, ACT, stores -> {
            var application = new Application(Id.next(random), "hello", "Hello", 1, false, Origin.OWN);
            var file = new Artifact(artifact.sha256(), artifact.length(), "application/gzip", "hello.tar.gz");
            stores.applications().add(application);
            stores.releases()
                    .add(new Release(
                            Id.next(random),
                            application.id(),
                            "1.0",
                            Release.State.PUBLISHED,
                            List.of(new ReleaseArtifact("any", "files", file)),
                            new Release.Signed(
                                    "[]", Optional.of(Bytes.of(new byte[] {1})), Optional.of(clock.instant()))));
            return true;
        });
    }

    private DeviceDocument document(DeviceView view) {
        String body = "{\"bundle\":" + made.incrementAndGet() + "}";
        var life = new DeviceDocument.Life(clock.instant(), clock.instant().plus(Duration.ofDays(30)));
        return new DeviceDocument(
                view.identity().device().id(),
                "bundle",
                1,
                "00",
                life,
                new DeviceDocument.Body(
                        Bytes.of(body.getBytes(StandardCharsets.UTF_8)), "%016x%016x".formatted(made.get(), 0), 1));
    }

    private User user(String credential) {
        return new User(
                Id.next(random), "alice", new Person("Alice", "", "", ""), User.State.ACTIVE, Optional.of(credential));
    }

    private static Listener listener(Optional<ServerKey> key) {
        return new Listener("127.0.0.1", 0, key, Limits.USUAL);
    }

    private record Face(Trust trust, ServerKey key) implements ServerFace {
        @Override
        public List<Envelope> roots() {
            return trust.roots();
        }

        @Override
        public Envelope tls() {
            return trust.tlsStatement(List.of(key.spkiSha256()));
        }

        @Override
        public String fingerprint() {
            return trust.fingerprint().text();
        }

        @Override
        public URI tlsUrl(Tenant tenant) {
            return tenant.publicUrl();
        }
    }

    @Override
    public void close() {
        clear.stop();
        secure.stop();
        vertx.close().await();
        database.close();
    }
}
