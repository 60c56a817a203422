package dev.slipway.base.fleet.devices;

import dev.slipway.base.fleet.Id;
import java.util.Optional;

/**
 * The documents last made.
 */
public interface DeviceDocuments {
    /** The last one made. */
    Optional<DeviceDocument> find(Id<Device> device, String file);

    /**
     * Keeps {@code made} unless another writer was first; answers what is kept. The same version again, with the same
     * ETag, only moves the serial on.
     *
     * @param before the version it takes the place of, 0 for none
     */
    DeviceDocument keep(DeviceDocument made, long before);
}
