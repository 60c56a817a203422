package dev.slipway.base.fleet.ledger;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.base.fleet.acts.Delivery;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceDocument;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The one way to write: one transaction, the tenant's stores, the journal and the change log with it.
 *
 * <p>When {@code write} returns, the change is durable, the journal has its entry, and this node already answers by it.
 * When it throws, nothing happened. Both block: never call them on an event loop.
 */
public interface Ledger {
    /** Does {@code work} in one transaction and appends {@code act} to the journal. */
    <T> T write(Id<Tenant> tenant, Actor actor, Act act, Function<Stores, T> work);

    /** Like {@code write}, for what devices do by the thousand: no journal entry. */
    <T> T note(Id<Tenant> tenant, Function<Stores, T> work);

    /** Does {@code work} on one consistent view. */
    <T> T read(Id<Tenant> tenant, Function<Stores, T> work);

    /** Looks a few records up where each may be of its own moment: half the round trips of {@link #read}. */
    <T> T look(Id<Tenant> tenant, Function<Stores, T> work);

    /**
     * {@link Stores#view} as a transaction of its own, in one round trip to the database.
     *
     * @throws dev.slipway.base.fleet.Refusal {@code device.unknown}
     */
    DeviceView view(Id<Tenant> tenant, Id<Device> device, String file);

    /**
     * Keeps {@code made} as {@link dev.slipway.base.fleet.devices.DeviceDocuments#keep} does and, only if it is kept,
     * begins these deliveries with it; one of the same release and wish goes on as it stands. A transaction of its own,
     * in one round trip to the database when no other writer was first.
     */
    DeviceDocument keep(Id<Tenant> tenant, DeviceDocument made, long before, List<Delivery> offered);

    /**
     * Keeps a tenant, new or changed, and does {@code beginning} with its stores in the same transaction; a name, alias
     * or host already taken is {@code fleet.duplicate}.
     */
    void keep(Tenant tenant, Actor actor, Act act, Consumer<Stores> beginning);

    /** Keeps a tenant that begins with nothing. */
    default void keep(Tenant tenant, Actor actor, Act act) {
        keep(tenant, actor, act, stores -> {});
    }

    /**
     * Changes a tenant: {@code edit} is given it as it stands when whoever is changing it is done. Refuses
     * {@code fleet.unknown} and {@code fleet.duplicate}.
     */
    Tenant change(Id<Tenant> tenant, Actor actor, Act act, UnaryOperator<Tenant> edit);

    /** What is found without knowing the tenant. */
    Lookups lookups();
}
