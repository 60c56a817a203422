package dev.slipway.core.enroll;

import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.ledger.Lookups.Owned;
import dev.slipway.base.fleet.people.User;

/**
 * A log-on that succeeded.
 *
 * @param device bound to {@code user} and active
 * @param token what the device shows from now on; the one before is void, and this one is kept nowhere
 * @param lastEvent highest sequence of the events it reported so far, 0 for none: it counts on from there
 */
public record LoggedOn(Owned<Device> device, User user, Secret token, Recognized recognized, long lastEvent) {}
