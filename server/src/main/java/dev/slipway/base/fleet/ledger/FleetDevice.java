package dev.slipway.base.fleet.ledger;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A device as a node keeps it in memory.
 *
 * @param token SHA-256 of its token
 * @param document the mark of the document last made
 */
public record FleetDevice(
        Id<Tenant> tenant,
        Id<Device> id,
        Device.State state,
        Belonging belonging,
        Optional<Bytes> token,
        Optional<Mark> document) {
    /** By what it is given something: its type, its user and the groups it is in, directly. */
    public record Belonging(Id<DeviceType> type, Optional<Id<User>> user, List<Id<Group>> groups) {
        public Belonging {
            groups = List.copyOf(groups);
        }
    }

    /** ETag of a document, the serial of the last change taken into account, and until when it holds. */
    public record Mark(String etag, long serial, Instant expires) {}
}
