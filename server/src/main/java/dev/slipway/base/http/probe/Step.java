package dev.slipway.base.http.probe;

/**
 * One step of a probe.
 *
 * @param what {@code name}, {@code connection}, {@code certificate} or {@code answer}
 * @param good whether a device would come through
 * @param sentence what was found, and what to do if it is not good
 */
public record Step(String what, boolean good, String sentence) {}
