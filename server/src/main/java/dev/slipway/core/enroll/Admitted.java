package dev.slipway.core.enroll;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.ledger.DeviceView;

/** An active device that showed its token. */
public record Admitted(Id<Tenant> tenant, Device device) {
    /** The device of a view. */
    public static Admitted of(DeviceView view) {
        return new Admitted(view.identity().tenant(), view.identity().device());
    }
}
