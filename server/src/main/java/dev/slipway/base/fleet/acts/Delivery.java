package dev.slipway.base.fleet.acts;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.devices.Device;
import java.time.Instant;

/**
 * One application reaching one device.
 *
 * @param release version; empty text when it is to be removed or was removed
 * @param wanted false when the application is to leave the device
 */
public record Delivery(Id<Device> device, String application, String release, boolean wanted, State state, Note note) {
    /** How far it is. */
    public enum State {
        PENDING,
        OFFERED,
        DOWNLOADING,
        INSTALLED,
        REMOVED,
        FAILED
    }

    /** When that was, and the device's words. */
    public record Note(Instant at, String detail) {}
}
