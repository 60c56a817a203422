package dev.slipway.base.fleet.devices;

import dev.slipway.base.fleet.Id;
import java.util.Optional;

/**
 * The documents last made.
 */
public interface DeviceDocuments {
    /** The last one made. */
    Optional<DeviceDocument> find(Id<Device> device, String file);

    /** Keeps {@code made} unless another writer was first with this version or a later one; answers what is kept. */
    DeviceDocument keep(DeviceDocument made);
}
