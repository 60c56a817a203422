package dev.slipway.base.fleet.devices;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.people.Account;
import java.util.List;

/**
 * Which accounts stand at which position; without rows all active accounts of the device's user, oldest first.
 */
public interface DeviceAccounts {
    /** Ordered by position. */
    List<DeviceAccount> of(Id<Device> device);

    /** The devices on which this account was placed, by id. */
    List<Id<Device>> holding(Id<Account> account);

    /** Replaces all positions of the device. */
    void place(Id<Device> device, List<DeviceAccount> accounts);
}
