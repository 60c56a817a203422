package dev.slipway.base.fleet.devices;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Named;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.Grouped;
import dev.slipway.base.fleet.people.User;
import java.util.List;
import java.util.Optional;

/**
 * The devices of a tenant.
 */
public interface Devices extends Named<Device>, Grouped<Device> {
    /** The device that has this mark. */
    Optional<Device> identified(DeviceIdentifier identifier);

    /** The marks of a device. */
    List<DeviceIdentifier> identifiers(Id<Device> device);

    /** Gives a device these marks instead of those it had; one of another device is {@code fleet.duplicate}. */
    void identify(Id<Device> device, List<DeviceIdentifier> identifiers);

    /** All devices of a user, oldest first. */
    List<Device> of(Id<User> user);

    /**
     * Active devices that are in this group or in one below it, themselves or by their user, ordered by id.
     *
     * @param limit the most that are read
     */
    List<Device> within(Id<Group> group, int limit);

    /** Replaces the device's token; what is kept is its SHA-256 (32 bytes). */
    void token(Id<Device> device, Bytes sha256);

    /** Ends the device's token. */
    void revokeToken(Id<Device> device);
}
