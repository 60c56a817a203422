package dev.slipway.base.fleet.ledger;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.User;
import java.util.List;

/**
 * What {@link FleetReader} shows, one after the other.
 */
public interface FleetVisitor {
    /** A group. */
    void group(Group group);

    /** The groups a user is in, directly; users in none are not shown. */
    void membership(Id<User> user, List<Id<Group>> groups);

    /** A device. */
    void device(FleetDevice device);

    /** The last change of a subject. */
    void changed(Change change);
}
