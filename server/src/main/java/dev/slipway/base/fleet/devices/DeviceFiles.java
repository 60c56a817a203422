package dev.slipway.base.fleet.devices;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import java.util.List;
import java.util.Optional;

/**
 * The files of devices as they were last made; of all tenants, because they are written in batches.
 */
public interface DeviceFiles {
    /** Keeps the newest of each file, by its serial; of a device that is gone meanwhile none. */
    void write(List<Made> made);

    /** The one last written. */
    Optional<DeviceDocument> find(Id<Tenant> tenant, Id<Device> device, String file);

    /** A file, and whose it is. */
    record Made(Id<Tenant> tenant, DeviceDocument document) {}
}
