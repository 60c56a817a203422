package dev.slipway.base.fleet.placement;

import dev.slipway.base.fleet.Named;

/**
 * The profiles of a tenant.
 */
public interface Profiles extends Named<Profile> {}
