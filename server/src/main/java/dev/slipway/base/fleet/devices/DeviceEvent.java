package dev.slipway.base.fleet.devices;

import java.time.Instant;

/**
 * One step that a device reported.
 *
 * @param sequence counted by the device, from 1; the same number again is the same event
 * @param bundle version of the bundle it worked on, 0 when none
 * @param subject application and release, or empty texts
 * @param step such as {@code download}
 */
public record DeviceEvent(long sequence, Instant at, long bundle, Subject subject, String step, Outcome outcome) {
    /** What the step was about. */
    public record Subject(String application, String release) {}

    /** How the step went. */
    public record Outcome(String state, String detail) {}
}
