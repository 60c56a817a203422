package dev.slipway.base.store.ledger;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.acts.Delivery;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceDocument;
import dev.slipway.base.fleet.ledger.DeviceView;
import dev.slipway.base.fleet.ledger.Ledger;
import dev.slipway.base.fleet.ledger.Lookups;
import dev.slipway.base.fleet.ledger.Stores;
import dev.slipway.base.store.SecretBox;
import dev.slipway.base.store.acts.JournalRows;
import dev.slipway.base.store.sql.Desk;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The ledger on PostgreSQL.
 *
 * <p>Besides the refusals of the stores: {@code data.unavailable} when the database does not answer in time,
 * {@code data.busy} when two transactions were in each other's way.
 */
public final class JdbcLedger implements Ledger {
    private final Transactions transactions;
    private final SecretBox box;
    private final Predicate<String> secretKeys;
    private final Lookups lookups;
    private final List<Consumer<List<Change>>> listeners = new CopyOnWriteArrayList<>();

    /** A ledger that seals the value of every setting. */
    public JdbcLedger(Jdbi jdbi, SecretBox box) {
        this(jdbi, box, key -> true);
    }

    /**
     * A ledger on a database whose schema is current.
     *
     * @param secretKeys the settings whose values are sealed; each costs microseconds when a device is answered anew
     */
    public JdbcLedger(Jdbi jdbi, SecretBox box, Predicate<String> secretKeys) {
        this.transactions = new Transactions(jdbi);
        this.box = box;
        this.secretKeys = secretKeys;
        this.lookups = new JdbcLookups(transactions, (handle, tenant) -> new Desk(handle, tenant, box, secretKeys));
    }

    /** Calls {@code listener} with the changes of each commit of this node, right after it and in its thread. */
    public void onCommit(Consumer<List<Change>> listener) {
        listeners.add(listener);
    }

    @Override
    public <T> T write(Id<Tenant> tenant, Actor actor, Act act, Function<Stores, T> work) {
        return commit(tenant, desk -> work.apply(new JdbcStores(desk)), journal(tenant, actor, act));
    }

    @Override
    public <T> T note(Id<Tenant> tenant, Function<Stores, T> work) {
        return commit(tenant, desk -> work.apply(new JdbcStores(desk)), (handle, result) -> {});
    }

    @Override
    public <T> T read(Id<Tenant> tenant, Function<Stores, T> work) {
        return transactions.read(handle -> work.apply(new JdbcStores(desk(handle, tenant))));
    }

    @Override
    public <T> T look(Id<Tenant> tenant, Function<Stores, T> work) {
        return transactions.single(handle -> work.apply(new JdbcStores(desk(handle, tenant))));
    }

    @Override
    public DeviceView view(Id<Tenant> tenant, Id<Device> device, String file) {
        return transactions.single(handle -> new JdbcStores(desk(handle, tenant)).view(device, file));
    }

    @Override
    public DeviceDocument keep(Id<Tenant> tenant, DeviceDocument made, long before, List<Delivery> offered) {
        return told(transactions.single(handle -> {
            Desk desk = desk(handle, tenant);
            return KeptDocument.keep(desk, made, before, offered)
                    .map(kept -> new Done<>(made, kept.changes()))
                    .orElseGet(() -> new Done<>(first(desk, made), List.of()));
        }));
    }

    @Override
    public void keep(Tenant tenant, Actor actor, Act act, Consumer<Stores> beginning) {
        commit(
                tenant.id(),
                desk -> {
                    TenantRows.keep(desk, tenant);
                    beginning.accept(new JdbcStores(desk));
                    return tenant;
                },
                journal(tenant.id(), actor, act));
    }

    @Override
    public Tenant change(Id<Tenant> tenant, Actor actor, Act act, UnaryOperator<Tenant> edit) {
        return commit(
                tenant,
                desk -> {
                    Tenant changed = edit.apply(TenantRows.locked(desk));
                    TenantRows.keep(desk, changed);
                    return changed;
                },
                journal(tenant, actor, act));
    }

    @Override
    public Lookups lookups() {
        return lookups;
    }

    private <T> T commit(Id<Tenant> tenant, Function<Desk, T> work, BiConsumer<Handle, T> last) {
        return told(transactions.write(handle -> {
            Desk desk = desk(handle, tenant);
            T result = work.apply(desk);
            last.accept(handle, result);
            return new Done<>(result, ChangeRows.append(desk));
        }));
    }

    /** What another writer kept. */
    private static DeviceDocument first(Desk desk, DeviceDocument made) {
        return new JdbcStores(desk)
                .deviceDocuments()
                .find(made.device(), made.file())
                .orElseThrow();
    }

    private <T> T told(Done<T> done) {
        if (!done.changes.isEmpty()) {
            listeners.forEach(listener -> listener.accept(done.changes));
        }
        return done.result;
    }

    private Desk desk(Handle handle, Id<Tenant> tenant) {
        return new Desk(handle, tenant, box, secretKeys);
    }

    private static <T> BiConsumer<Handle, T> journal(Id<Tenant> tenant, Actor actor, Act act) {
        return (handle, result) -> JournalRows.append(handle, Optional.of(tenant), actor, act);
    }

    private record Done<T>(T result, List<Change> changes) {}
}
