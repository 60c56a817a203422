package dev.slipway.base.fleet.people;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Named;
import dev.slipway.base.fleet.devices.Device;
import java.util.List;

/**
 * The groups of a tenant and who is in them.
 */
public interface Groups extends Named<Group> {
    /** Every group, ordered by id; a tenant has thousands, not millions. */
    List<Group> all();

    /** Puts a user in; false when already there. */
    boolean addUser(Id<Group> group, Id<User> user);

    /** Takes a user out; false when not there. */
    boolean removeUser(Id<Group> group, Id<User> user);

    /** Puts a device in; false when already there. */
    boolean addDevice(Id<Group> group, Id<Device> device);

    /** Takes a device out; false when not there. */
    boolean removeDevice(Id<Group> group, Id<Device> device);
}
