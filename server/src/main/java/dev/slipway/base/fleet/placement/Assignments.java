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

    /**
     * All devices that are not retired, parted by which of {@code places} reach them, and whether by their user or by
     * themselves; largest part first. One pass over the devices: for acts that ask about many, not for a device's poll.
     */
    List<Audience> audiences(Collection<Place> places);

    /** The same, with devices on which an active account stands apart from those on which none does. */
    List<Audience> audiencesByAccounts(Collection<Place> places);
}
