package dev.slipway.door.portal.site;

import java.util.List;

/**
 * The packages there are.
 */
@FunctionalInterface
interface Packages {
    /** All of them, stamped; the same files for the same stamp. May block. */
    List<SitePackage> of(Stamp stamp);
}
