package dev.slipway.base.fleet.people;

import dev.slipway.base.fleet.Named;

/**
 * The users of a tenant.
 */
public interface Users extends Named<User>, Grouped<User> {}
