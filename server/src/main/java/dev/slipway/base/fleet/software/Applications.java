package dev.slipway.base.fleet.software;

import dev.slipway.base.fleet.Named;

/**
 * The applications of a tenant.
 */
public interface Applications extends Named<Application> {}
