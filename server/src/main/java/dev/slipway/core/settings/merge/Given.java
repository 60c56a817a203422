package dev.slipway.core.settings.merge;

import dev.slipway.base.fleet.software.Origin;

/**
 * What an assignment gives: one setting of its profile, or an application.
 */
public interface Given {
    /** Name of the profile or application, for people. */
    String name();

    /** Who answers for it. */
    Origin origin();

    /** Whether nothing is written and what weaker layers say does not count. */
    boolean stopsInheritance();

    /** Whether a device could not tell the two apart. */
    boolean isSameAs(Given other);
}
