package dev.slipway.base.fleet.placement;

import dev.slipway.base.fleet.Records;
import java.util.Collection;
import java.util.List;

/**
 * The assignments of a tenant.
 */
public interface Assignments extends Records<Assignment> {
    /** All assignments to any of these places. */
    List<Assignment> to(Collection<Place> places);

    /** All assignments of this profile or application. */
    List<Assignment> of(Placed placed);
}
