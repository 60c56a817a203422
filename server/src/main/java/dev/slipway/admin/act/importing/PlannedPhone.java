package dev.slipway.admin.act.importing;

import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceSetup;
import java.util.Optional;

/**
 * What is to be done with one phone.
 *
 * @param mac 12 hex digits, lower case
 * @param before empty for a new one
 */
record PlannedPhone(String mac, Optional<Before> before, DeviceSetup after) {
    /** The phone as it is. */
    record Before(Device device, DeviceSetup setup) {}

    boolean isNew() {
        return before.isEmpty();
    }

    boolean changes() {
        return before.filter(there -> there.setup().equals(after)).isEmpty();
    }
}
