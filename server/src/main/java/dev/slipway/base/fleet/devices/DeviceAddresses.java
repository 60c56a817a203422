package dev.slipway.base.fleet.devices;

import dev.slipway.base.fleet.Id;
import java.time.Instant;
import java.util.Optional;

/** The addresses that devices were given. */
public interface DeviceAddresses {
    /** The address of a device; empty when it was never given one. */
    Optional<DeviceAddress> find(Id<Device> device);

    /** Keeps it, new or changed. */
    void keep(DeviceAddress address);

    /** Notes that its files held so many accounts; fewer than before are passed over. */
    void held(Id<Device> device, int positions);

    /**
     * Pins a device that is not pinned yet, and closes its window at {@code until} unless that is later; false when
     * another request was first.
     */
    boolean pin(Id<Device> device, DeviceAddress.Pin pin, Instant until);

    /** Adds a certificate to the pin of a device that came without one at first; false when it has one. */
    boolean certify(Id<Device> device, String certificate);
}
