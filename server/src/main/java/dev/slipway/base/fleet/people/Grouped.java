package dev.slipway.base.fleet.people;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Page;
import java.util.List;

/**
 * Records that groups hold: users and devices. Only direct membership is meant; who is in a group is also in
 * those above.
 *
 * @param <T> the record
 */
public interface Grouped<T> {
    /** The groups this member is in, by id. */
    List<Group> groupsOf(Id<T> member);

    /** One page of those in a group, ordered by id. */
    List<T> in(Id<Group> group, Page page);

    /** Puts a member into a group; false when already there. */
    boolean join(Id<T> member, Id<Group> group);

    /** Takes a member out of a group; false when not there. */
    boolean leave(Id<T> member, Id<Group> group);
}
