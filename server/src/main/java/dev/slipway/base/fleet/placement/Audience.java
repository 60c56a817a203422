package dev.slipway.base.fleet.placement;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.devices.Device;

/**
 * Devices that the same places reach, of the places that were asked for.
 *
 * @param sample one of them; what those places give it, they give all of them
 * @param devices how many they are, without the retired
 */
public record Audience(Id<Device> sample, long devices) {}
