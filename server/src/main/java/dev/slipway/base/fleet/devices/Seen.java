package dev.slipway.base.fleet.devices;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import java.time.Instant;

/**
 * A device was here.
 *
 * @param address from which it came
 * @param userAgent as it named its program; empty when it did not
 */
public record Seen(Id<Tenant> tenant, Id<Device> device, Instant at, String address, String userAgent) {}
