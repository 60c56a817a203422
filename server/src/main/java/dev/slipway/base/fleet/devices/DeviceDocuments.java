package dev.slipway.base.fleet.devices;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Delivery;
import java.util.List;
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
    default DeviceDocument keep(DeviceDocument made, long before) {
        return keep(made, before, List.of());
    }

    /**
     * Keeps {@code made} and, only if it is kept, begins these deliveries with it: one of the same release and wish
     * goes on as it stands. One statement for all.
     */
    DeviceDocument keep(DeviceDocument made, long before, List<Delivery> offered);
}
