package dev.slipway.base.fleet.acts;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.devices.Device;
import java.util.List;

/**
 * The deliveries of a tenant; one per device and application.
 */
public interface Deliveries {
    /** All of a device, by application. */
    List<Delivery> of(Id<Device> device);

    /** Keeps it, instead of the one before. */
    void put(Delivery delivery);
}
