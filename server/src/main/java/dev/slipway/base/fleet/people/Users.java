package dev.slipway.base.fleet.people;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Named;
import java.util.List;

/**
 * The users of a tenant.
 */
public interface Users extends Named<User> {
    /** The groups this user is in, directly. */
    List<Group> groupsOf(Id<User> user);
}
