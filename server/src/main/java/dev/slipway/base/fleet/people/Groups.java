package dev.slipway.base.fleet.people;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Named;
import java.util.List;

/**
 * The groups of a tenant and who is in them.
 */
public interface Groups extends Named<Group> {
    /** Every group, ordered by id; a tenant has thousands, not millions. */
    List<Group> all();

    /** Puts a user in; false when already there. */
    boolean addUser(Id<Group> group, Id<User> user);

    /** Takes a user out; false when not there. */
    boolean removeUser(Id<Group> group, Id<User> user);
}
