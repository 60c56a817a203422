package dev.slipway.base.fleet.people;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Identified;
import java.util.Optional;

/**
 * A set of users and devices; groups form a tree.
 *
 * @param parent empty for a root; the tree is at most {@value #DEPTH_MAX} deep and has no circle
 */
public record Group(Id<Group> id, String name, Optional<Id<Group>> parent) implements Identified<Group> {
    /** A deeper tree nobody understands. */
    public static final int DEPTH_MAX = 16;
}
