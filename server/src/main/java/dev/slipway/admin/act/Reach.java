package dev.slipway.admin.act;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.ledger.Stores;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.User;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The users and devices that a caller may act on: all, or those in its groups and the groups below them. */
public final class Reach {
    private final Stores stores;
    private final boolean unbounded;
    private final Set<Id<Group>> groups;

    private Reach(Stores stores, List<Id<Group>> roots) {
        this.stores = stores;
        this.unbounded = roots.isEmpty();
        this.groups =
                unbounded ? Set.of() : withThoseBelow(roots, stores.groups().all());
    }

    static Reach of(Caller caller, Stores stores) {
        return new Reach(stores, caller.groups());
    }

    /** Whether a user may be acted on. */
    public boolean covers(User user) {
        return unbounded || coversAny(stores.users().groupsOf(user.id()));
    }

    /** Whether a device may be acted on: by a group of its own, or by its user. */
    public boolean covers(Device device) {
        return unbounded
                || coversAny(stores.devices().groupsOf(device.id()))
                || device.user()
                        .flatMap(stores.users()::find)
                        .filter(this::covers)
                        .isPresent();
    }

    /** Whether what belongs to this user may be acted on. */
    public boolean coversUser(Id<User> user) {
        return unbounded || stores.users().find(user).filter(this::covers).isPresent();
    }

    /** Whether users and devices may be put into this group. */
    public boolean covers(Group group) {
        return unbounded || groups.contains(group.id());
    }

    /** Whether there is no bound at all. */
    public boolean coversEverything() {
        return unbounded;
    }

    private boolean coversAny(List<Group> of) {
        return of.stream().map(Group::id).anyMatch(groups::contains);
    }

    private static Set<Id<Group>> withThoseBelow(List<Id<Group>> roots, List<Group> all) {
        var reached = new HashSet<>(roots);
        boolean grew = true;
        while (grew) {
            grew = all.stream()
                    .filter(group -> group.parent().filter(reached::contains).isPresent())
                    .map(Group::id)
                    .map(reached::add)
                    .reduce(false, Boolean::logicalOr);
        }
        return reached;
    }
}
