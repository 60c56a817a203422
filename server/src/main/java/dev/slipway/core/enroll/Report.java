package dev.slipway.core.enroll;

import dev.slipway.base.fleet.devices.DeviceEvent;
import java.util.List;
import java.util.Map;

/**
 * The state a device reports.
 *
 * @param events steps not acknowledged yet, in the order of their sequence
 * @param installed what stands on the device now: application to version
 */
public record Report(List<DeviceEvent> events, Map<String, String> installed) {
    /** More are reported in several requests. */
    public static final int EVENTS_MAX = 1000;

    public Report {
        events = List.copyOf(events);
        installed = Map.copyOf(installed);
    }
}
