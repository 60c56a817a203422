package dev.slipway.base.fleet.devices;

import dev.slipway.base.fleet.Id;
import java.time.Instant;

/**
 * From when on a device was answered so.
 *
 * @param identify what was claimed
 * @param admit who that is, or why nobody was let in
 * @param decide which document it was to have; empty when nobody was let in
 * @param answer what was sent
 */
public record Decided(Id<Device> device, Instant since, String identify, String admit, String decide, String answer) {}
