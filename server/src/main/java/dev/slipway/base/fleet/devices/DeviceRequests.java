package dev.slipway.base.fleet.devices;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import java.util.List;

/**
 * What was decided about the requests of devices; of all tenants, because it is written in batches.
 */
public interface DeviceRequests {
    /**
     * Keeps those that differ from what was kept last about the same document of the same device; a device that is gone
     * meanwhile is passed over.
     */
    void write(List<Decided> decided);

    /** The newest of this device, newest first. */
    List<Decided> newest(Id<Tenant> tenant, Id<Device> device, int limit);
}
