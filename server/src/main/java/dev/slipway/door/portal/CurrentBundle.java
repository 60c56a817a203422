package dev.slipway.door.portal;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceDocument;

/**
 * What a device must have now.
 */
@FunctionalInterface
public interface CurrentBundle {
    /** The signed document, made again if anything changed. Blocks; refuses what cannot be made, with
     * {@code bundle.} codes. */
    DeviceDocument current(Id<Tenant> tenant, Id<Device> device);
}
