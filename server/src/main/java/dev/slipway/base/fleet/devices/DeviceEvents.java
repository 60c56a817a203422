package dev.slipway.base.fleet.devices;

import dev.slipway.base.fleet.Id;
import java.util.List;

/**
 * What devices reported.
 */
public interface DeviceEvents {
    /** Keeps events that are not there yet; answers the highest sequence kept for the device. */
    long add(Id<Device> device, List<DeviceEvent> events);

    /** The newest {@code limit} events, oldest first. */
    List<DeviceEvent> newest(Id<Device> device, int limit);
}
