package dev.slipway.fake;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.base.fleet.acts.JournalEntry;
import dev.slipway.base.fleet.devices.DeviceFiles;
import dev.slipway.base.fleet.ledger.ChangeReader;
import dev.slipway.base.fleet.ledger.FleetReader;
import dev.slipway.base.fleet.ledger.Stores;
import dev.slipway.base.fleet.messages.Outbox;
import dev.slipway.base.fleet.people.Person;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.fleet.people.Webhooks;
import dev.slipway.base.fleet.trust.SigningKeys;
import dev.slipway.base.identity.HashQueue;
import dev.slipway.base.identity.Passwords;
import dev.slipway.base.store.Database;
import dev.slipway.base.store.SecretBox;
import dev.slipway.base.store.ledger.JdbcLedger;
import dev.slipway.base.store.ledger.JdbcRooms;
import dev.slipway.core.enroll.ActivationTickets;
import dev.slipway.core.enroll.DeviceTypeSeed;
import dev.slipway.core.enroll.KnownTenants;
import dev.slipway.core.enroll.KnownTypes;
import dev.slipway.core.settings.catalog.KeyCatalog;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** The real ledger on a fresh database with the tenant {@code default}, its device types, and a clock that is set. */
public final class TestLedger implements AutoCloseable {
    /** What journal entries of a test's own say. */
    public static final Act ACT = new Act("test.act", "subject");

    public final SetClock clock = new SetClock(Instant.parse("2036-11-22T12:00:00Z"));
    public final Random random = new Random(20261122);
    public final Passwords passwords = new Passwords(new HashQueue(2, clock), random);
    public final Id<Tenant> tenant;
    public final JdbcLedger ledger;
    public final KnownTenants tenants;
    public final KnownTypes types;
    public final SigningKeys signingKeys;
    public final FleetReader fleet;
    public final ChangeReader changes;
    public final Outbox outbox;
    public final Webhooks.Calls calls;
    public final DeviceFiles files;
    private final Database database;

    public TestLedger() {
        database = Database.open(TestDatabase.fresh());
        SecretBox box = TestSecrets.box(random);
        JdbcRooms rooms = JdbcRooms.of(database, box, KeyCatalog.with()::isSecret);
        ledger = rooms.ledger();
        fleet = rooms.fleet();
        changes = rooms.changes();
        outbox = rooms.outgoing().outbox();
        calls = rooms.outgoing().calls();
        files = rooms.batched().files();
        signingKeys = rooms.keys();
        tenants = new KnownTenants(ledger.lookups());
        ledger.onCommit(tenants::changed);
        types = new KnownTypes(ledger);
        ledger.onCommit(types::changed);
        tenant = tenant("default");
        write(stores -> DeviceTypeSeed.into(stores, random));
    }

    /** A tenant {@code it@NAME.example.com} at the host {@code NAME.example.com}. */
    public Id<Tenant> tenant(String name) {
        Id<Tenant> id = Id.next(random);
        URI url = URI.create("https://" + name + ".example.com");
        ledger.keep(
                new Tenant(id, name, "it@" + name + ".example.com", url, List.of(name + ".example.com")),
                Actor.HOUSE,
                ACT);
        return id;
    }

    /** An active user with this password. */
    public User user(String login, String password) {
        return user(login, Optional.of(passwords.hash(new Secret(password))));
    }

    /** An active user without a password. */
    public User user(String login) {
        return user(login, Optional.empty());
    }

    private User user(String login, Optional<String> credential) {
        var user = new User(
                Id.next(random),
                login,
                new Person("Ada", "ada@example.com", "+41440000000", "en"),
                User.State.ACTIVE,
                credential);
        write(stores -> {
            stores.users().add(user);
            return user;
        });
        return user;
    }

    /** An open activation for that aim, which ends with its only ticket after {@code life}. */
    public Activation activation(Activation.Aim aim, Secret ticket, Duration life) {
        Instant until = clock.instant().plus(life);
        var activation = new Activation(
                Id.next(random),
                aim,
                Activation.State.ISSUED,
                new Activation.Links(1, until, false, new Activation.Code(until, 0)),
                Optional.empty(),
                Activation.Traces.since(clock.instant()));
        return write(stores -> {
            stores.activations().add(ActivationTickets.minted(activation, ticket, until));
            return activation;
        });
    }

    public <T> T write(Function<Stores, T> work) {
        return ledger.write(tenant, Actor.HOUSE, ACT, work);
    }

    public <T> T read(Function<Stores, T> work) {
        return ledger.read(tenant, work);
    }

    /** Reads one, where an assertion must know that it may be missing. */
    public <T> Optional<T> find(Function<Stores, Optional<T>> work) {
        return read(work);
    }

    /** Reads many. */
    public <T> List<T> list(Function<Stores, List<T>> work) {
        return read(work);
    }

    /** All rows of a table as one text, as they rest in the database. */
    public String resting(String table) {
        return database.jdbi().withHandle(handle -> handle.createQuery(
                        "select string_agg(cast(t as text), '\n') from " + table + " t")
                .mapTo(String.class)
                .one());
    }

    /** Empties a table, as when a backup without it was restored. */
    public void forget(String table) {
        database.jdbi().useHandle(handle -> handle.execute("delete from " + table));
    }

    /** The statements that {@code work} sends. */
    public List<String> statements(Runnable work) {
        return TestDatabase.statements(database, work);
    }

    /** Returns when a transaction waits for a row that another one holds. */
    public void untilSomebodyWaits() {
        TestDatabase.untilSomebodyWaits(database);
    }

    /** The newest entry of the journal. */
    public JournalEntry lastAct() {
        return read(stores -> stores.journal().before(0, 1)).getFirst();
    }

    @Override
    public void close() {
        database.close();
    }
}
