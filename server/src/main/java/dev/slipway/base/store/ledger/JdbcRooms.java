package dev.slipway.base.store.ledger;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.devices.DeviceFiles;
import dev.slipway.base.fleet.devices.DeviceRequests;
import dev.slipway.base.fleet.devices.DeviceSeen;
import dev.slipway.base.fleet.ledger.ChangeReader;
import dev.slipway.base.fleet.ledger.FleetReader;
import dev.slipway.base.fleet.messages.Outbox;
import dev.slipway.base.fleet.people.Webhooks;
import dev.slipway.base.fleet.trust.SigningKeys;
import dev.slipway.base.store.Database;
import dev.slipway.base.store.SecretBox;
import dev.slipway.base.store.messages.JdbcOutbox;
import dev.slipway.base.store.people.JdbcWebhookCalls;
import dev.slipway.base.store.sql.Desk;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/** Everything that one database offers, for those who start the house. */
public record JdbcRooms(
        JdbcLedger ledger,
        SigningKeys keys,
        FleetReader fleet,
        ChangeReader changes,
        Batched batched,
        Outgoing outgoing) {
    /** What is written in batches, of all tenants. */
    public record Batched(DeviceSeen seen, DeviceFiles files, DeviceRequests requests) {}

    /** What waits to be told to others, of all tenants. */
    public record Outgoing(Outbox outbox, Webhooks.Calls calls) {}

    /** On a database whose schema is current; the values of the settings {@code secretKeys} are sealed. */
    public static JdbcRooms of(Database database, SecretBox box, Predicate<String> secretKeys) {
        BiFunction<Handle, Id<Tenant>, Desk> desks = (handle, tenant) -> new Desk(handle, tenant, box, secretKeys);
        return new JdbcRooms(
                new JdbcLedger(database.jdbi(), box, secretKeys),
                new JdbcSigningKeys(database.jdbi(), box),
                new JdbcFleetReader(database.jdbi()),
                new JdbcChangeReader(database.jdbi()),
                new Batched(
                        new JdbcDeviceSeen(database.jdbi()),
                        new JdbcDeviceFiles(new Transactions(database.jdbi()), desks),
                        new JdbcDeviceRequests(database.jdbi())),
                new Outgoing(new JdbcOutbox(database.jdbi(), desks), new JdbcWebhookCalls(database.jdbi(), desks)));
    }
}
