package dev.slipway.admin.act.people;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Form;
import dev.slipway.admin.act.Kind;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Identified;
import dev.slipway.base.fleet.Page;
import dev.slipway.base.fleet.ledger.Stores;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.Grouped;
import dev.slipway.base.fleet.people.User;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What groups hold: users or devices.
 *
 * @param store who is in which group
 * @param <T> the member
 */
public record Members<T extends Identified<T>>(
        Kind<T, ? extends Form<T>> kind, Function<Stores, ? extends Grouped<T>> store) {
    /** Users in groups. */
    public static final Members<User> USERS = new Members<>(PeopleKinds.USER, Stores::users);

    /** The names of the groups that a member is in, directly. */
    public List<String> groups(Acting acting, Id<T> member) {
        return store.apply(acting.stores()).groupsOf(member).stream()
                .map(Group::name)
                .toList();
    }

    /** Those groups of a member that are within reach; refuses {@code fleet.unknown}. */
    public List<Group> groupsOf(Acting acting, String member) {
        return store.apply(acting.stores()).groupsOf(acting.find(kind, member).id()).stream()
                .filter(acting.reach()::covers)
                .toList();
    }

    /** One page of the members of a group, by id; refuses {@code fleet.unknown}. */
    public List<T> in(Acting acting, String group, Page page) {
        Id<Group> found = acting.find(PeopleKinds.GROUP, group).id();
        return store.apply(acting.stores()).in(found, page);
    }

    /** Puts a member into these groups and out of all others; refuses {@code fleet.unknown}. */
    public void place(Acting acting, Id<T> member, List<String> names) {
        Set<Id<Group>> wanted = new HashSet<>();
        names.forEach(name -> wanted.add(acting.find(PeopleKinds.GROUP, name).id()));
        Grouped<T> grouped = store.apply(acting.stores());
        grouped.groupsOf(member).stream()
                .filter(group -> !wanted.remove(group.id()))
                .map(group -> acting.inReach(PeopleKinds.GROUP, group))
                .forEach(group -> grouped.leave(member, group.id()));
        wanted.forEach(group -> grouped.join(member, group));
    }
}
