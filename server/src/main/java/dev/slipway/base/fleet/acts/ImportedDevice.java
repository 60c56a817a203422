package dev.slipway.base.fleet.acts;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceSetup;
import java.util.Optional;

/**
 * What an import did to a device, so that it can be taken back.
 *
 * @param before empty for a device that the import made
 */
public record ImportedDevice(Id<Device> device, Optional<DeviceSetup> before, DeviceSetup after) {}
