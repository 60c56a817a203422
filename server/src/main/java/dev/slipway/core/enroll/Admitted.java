package dev.slipway.core.enroll;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.devices.Device;

/** An active device that showed its token. */
public record Admitted(Id<Tenant> tenant, Device device) {}
