package dev.slipway.base.store.ledger;

import dev.slipway.base.fleet.devices.DeviceSeen;
import dev.slipway.base.fleet.ledger.ChangeReader;
import dev.slipway.base.fleet.ledger.FleetReader;
import dev.slipway.base.fleet.trust.SigningKeys;
import dev.slipway.base.store.Database;
import dev.slipway.base.store.SecretBox;

/** Everything that one database offers, for those who start the house. */
public record JdbcRooms(JdbcLedger ledger, SigningKeys keys, FleetReader fleet, ChangeReader changes, DeviceSeen seen) {
    /** On a database whose schema is current. */
    public static JdbcRooms of(Database database, SecretBox box) {
        return new JdbcRooms(
                new JdbcLedger(database.jdbi(), box),
                new JdbcSigningKeys(database.jdbi(), box),
                new JdbcFleetReader(database.jdbi()),
                new JdbcChangeReader(database.jdbi()),
                new JdbcDeviceSeen(database.jdbi()));
    }
}
