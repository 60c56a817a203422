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
    /** The horizon of the view, before anything else; {@link ChangeReader} goes on from there. */
    void began(long horizon);

    /** A group. */
    void group(Group group);

    /** The groups a user is in, directly; users in none are not shown. */
    void membership(Id<User> user, List<Id<Group>> groups);

    /** The last change of a subject. */
    void changed(Change change);

    /** A device. */
    void device(FleetDevice device);
}
