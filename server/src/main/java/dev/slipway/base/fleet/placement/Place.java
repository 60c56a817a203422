package dev.slipway.base.fleet.placement;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.User;

/**
 * The layer, and in it the record, that an assignment is given to. Weakest layer first.
 */
public sealed interface Place {
    /** All devices of the tenant. */
    record Everyone() implements Place {}

    /** All devices of a type. */
    record OfDeviceType(Id<DeviceType> deviceType) implements Place {}

    /** All users and devices of a group and of the groups below it. */
    record OfGroup(Id<Group> group) implements Place {}

    /** All devices of a user. */
    record OfUser(Id<User> user) implements Place {}

    /** One account, on whatever device it stands. */
    record OfAccount(Id<Account> account) implements Place {}

    /** One device. */
    record OfDevice(Id<Device> device) implements Place {}
}
