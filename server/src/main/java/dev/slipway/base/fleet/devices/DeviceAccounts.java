package dev.slipway.base.fleet.devices;

import dev.slipway.base.fleet.Id;
import java.util.List;

/**
 * Which accounts stand at which position; without rows all active accounts of the device's user, oldest first.
 */
public interface DeviceAccounts {
    /** Ordered by position. */
    List<DeviceAccount> of(Id<Device> device);

    /** Replaces all positions of the device. */
    void place(Id<Device> device, List<DeviceAccount> accounts);
}
