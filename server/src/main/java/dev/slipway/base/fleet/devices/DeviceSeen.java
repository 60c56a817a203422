package dev.slipway.base.fleet.devices;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import java.util.List;
import java.util.Optional;

/**
 * When devices were last here; of all tenants, because it is written in batches.
 */
public interface DeviceSeen {
    /** Keeps the newest of each device; a device that is gone meanwhile is passed over. */
    void write(List<Seen> seen);

    /** When this device was last here. */
    Optional<Seen> last(Id<Tenant> tenant, Id<Device> device);
}
