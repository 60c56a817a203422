package dev.slipway.base.fleet.acts;

import dev.slipway.base.fleet.Id;
import java.time.Instant;
import java.util.Optional;

/**
 * One file of devices or of people that was read in.
 *
 * @param name of the file, as shown
 * @param deviceCount devices that it made or changed and that were not taken back
 * @param personCount activations that it issued and that were not taken back
 * @param undone when all of it was taken back
 */
public record Import(
        Id<Import> id, String name, Instant at, int deviceCount, int personCount, Optional<Instant> undone) {}
