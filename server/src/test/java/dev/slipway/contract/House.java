package dev.slipway.contract;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.ledger.Stores;
import dev.slipway.base.store.Database;
import dev.slipway.base.store.SecretBox;
import dev.slipway.base.store.ledger.JdbcLedger;
import dev.slipway.base.store.ledger.JdbcRooms;
import dev.slipway.fake.TestDatabase;
import dev.slipway.fake.TestSecrets;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.Jdbi;

/** A ledger on a fresh database with two tenants. */
final class House implements AutoCloseable {
    static final Act ACT = new Act("test.act", "subject");
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    final Id<Tenant> tenant;
    final Id<Tenant> other;
    final JdbcLedger ledger;
    final SecretBox box;
    final List<Change> committed = new CopyOnWriteArrayList<>();
    private final Database database;
    private final Random random = new Random(20261122);

    House() {
        database = Database.open(TestDatabase.fresh());
        box = TestSecrets.box(random);
        ledger = new JdbcLedger(database.jdbi(), box);
        tenant = keep("default");
        other = keep("other");
        ledger.onCommit(committed::addAll);
    }

    private Id<Tenant> keep(String name) {
        Id<Tenant> id = id();
        URI url = URI.create("https://" + name + ".example.com");
        ledger.keep(
                new Tenant(id, name, "it@" + name + ".example.com", url, List.of(name + ".example.com")),
                Actor.HOUSE,
                ACT);
        return id;
    }

    Jdbi jdbi() {
        return database.jdbi();
    }

    synchronized <T> Id<T> id() {
        return Id.next(random);
    }

    Database database() {
        return database;
    }

    JdbcRooms rooms() {
        return JdbcRooms.of(database, box, key -> true);
    }

    Bytes hash(int seed) {
        byte[] bytes = new byte[32];
        new Random(seed).nextBytes(bytes);
        return Bytes.of(bytes);
    }

    <T> T write(Function<Stores, T> work) {
        return ledger.write(tenant, Actor.HOUSE, ACT, work);
    }

    /** Writes without an answer. */
    void change(Consumer<Stores> work) {
        write(stores -> {
            work.accept(stores);
            return true;
        });
    }

    <T> T read(Function<Stores, T> work) {
        return ledger.read(tenant, work);
    }

    <T> Optional<T> find(Function<Stores, Optional<T>> work) {
        return read(work);
    }

    <T> List<T> list(Function<Stores, List<T>> work) {
        return read(work);
    }

    /** Writes and answers whether it did anything. */
    boolean did(Predicate<Stores> work) {
        return write(work::test);
    }

    <T> T elsewhere(Function<Stores, T> work) {
        return ledger.write(other, Actor.HOUSE, ACT, work);
    }

    /** What {@code work} notes, as kind and subject. */
    List<String> changes(Consumer<Stores> work) {
        committed.clear();
        change(work);
        List<String> noted = new ArrayList<>();
        committed.forEach(change -> noted.add(change.kind() + " " + change.subject()));
        return noted;
    }

    static String changed(Change.Kind kind, Id<?> subject) {
        return kind + " " + subject.value();
    }

    @Override
    public void close() {
        database.close();
    }
}
