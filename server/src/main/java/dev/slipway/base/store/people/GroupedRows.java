package dev.slipway.base.store.people;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Identified;
import dev.slipway.base.fleet.Page;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.Grouped;
import java.util.List;

/**
 * Rows that groups hold.
 *
 * @param <T> the record
 */
public interface GroupedRows<T extends Identified<T>> extends Grouped<T> {
    /** Who is in which group. */
    Membership<T> membership();

    @Override
    default List<Group> groupsOf(Id<T> member) {
        return membership().of(member);
    }

    @Override
    default List<T> in(Id<Group> group, Page page) {
        return membership().in(group, page);
    }

    @Override
    default boolean join(Id<T> member, Id<Group> group) {
        return membership().add(group, member);
    }

    @Override
    default boolean leave(Id<T> member, Id<Group> group) {
        return membership().remove(group, member);
    }
}
