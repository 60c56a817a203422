package dev.slipway.base.fleet.software;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Identified;

/**
 * An installable program.
 *
 * @param name unique in the tenant: lower-case letters, digits and hyphens
 * @param installOrder lower is installed first
 * @param later true when it waits until the session of the user is over
 */
public record Application(Id<Application> id, String name, String title, int installOrder, boolean later, Origin origin)
        implements Identified<Application> {}
