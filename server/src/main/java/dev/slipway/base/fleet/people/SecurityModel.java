package dev.slipway.base.fleet.people;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Identified;

/**
 * How calls or traffic of an account are protected; chooses download addresses and settings.
 *
 * @param name unique in the tenant, such as {@code end-to-site}
 */
public record SecurityModel(Id<SecurityModel> id, String name, String description)
        implements Identified<SecurityModel> {}
