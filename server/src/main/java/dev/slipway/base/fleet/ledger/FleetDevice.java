package dev.slipway.base.fleet.ledger;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceAddress;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A device as a node keeps it in memory.
 *
 * @param document the mark of the document last made
 */
public record FleetDevice(
        Id<Tenant> tenant,
        Id<Device> id,
        Device.State state,
        Belonging belonging,
        Access access,
        Optional<Mark> document) {
    /** By what it is given something: its type, its user and the groups it is in, directly. */
    public record Belonging(Id<DeviceType> type, Optional<Id<User>> user, List<Id<Group>> groups) {
        public Belonging {
            groups = List.copyOf(groups);
        }
    }

    /**
     * By what it is let in.
     *
     * @param token SHA-256 of its token
     * @param macs its MAC addresses, 12 hexadecimal digits each
     */
    public record Access(Optional<Bytes> token, Optional<DeviceAddress> address, List<String> macs) {
        public Access {
            macs = List.copyOf(macs);
        }
    }

    /**
     * A document last made, without its bytes.
     *
     * @param contentHash of the document, and of all files that were made with it
     * @param serial of the last change taken into account
     */
    public record Mark(String file, String etag, String contentHash, long serial, Instant expires) {}
}
