package dev.slipway.base.store.people;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.store.sql.Desk;
import java.util.List;

/**
 * Keeps groups a tree of at most {@link Group#DEPTH_MAX} levels.
 *
 * <p>Two moves at the same time could together make a circle that neither makes alone, so a move first locks the row of
 * the tenant: the second waits for the first and then sees it.
 */
record GroupTree(Desk desk) {
    /** One level more than allowed is enough to know; a circle in the data could otherwise not be left. */
    private static final int LEVELS_READ_MAX = Group.DEPTH_MAX + 1;

    /** Refuses a place where the group would be its own parent or the tree too deep. */
    void requireRoom(Group group) {
        group.parent().ifPresent(parent -> requireRoom(group.id(), parent));
    }

    private void requireRoom(Id<Group> group, Id<Group> parent) {
        lock();
        List<Id<Group>> above = above(parent);
        if (group.equals(parent) || above.contains(group)) {
            throw new Refusal("group.circle", "A group cannot stand below itself: choose another parent.");
        }
        if (above.size() + height(group) > Group.DEPTH_MAX) {
            throw new Refusal(
                    "group.too-deep",
                    "Groups stand at most " + Group.DEPTH_MAX + " levels deep: choose a parent further up.");
        }
    }

    private void lock() {
        desk.sql("select id from tenant where id = :tenant for no key update").list(row -> row.number("id"));
    }

    /** The parent and all above it. */
    private List<Id<Group>> above(Id<Group> parent) {
        return desk.sql("""
                        with recursive above(id, parent, level) as (
                          select id, parent, 1 from "group" where tenant = :tenant and id = :parent
                          union all
                          select g.id, g.parent, level + 1 from "group" g join above a on g.id = a.parent
                          where g.tenant = :tenant and level < :levels)
                        select id from above""")
                .bind("parent", parent)
                .bind("levels", LEVELS_READ_MAX)
                .list(row -> row.id("id"));
    }

    /** How many levels the group and those below it have. */
    private int height(Id<Group> group) {
        return desk.sql("""
                        with recursive below(id, level) as (
                          select cast(:group as bigint), 1
                          union all
                          select g.id, level + 1 from "group" g join below b on g.parent = b.id
                          where g.tenant = :tenant and level < :levels)
                        select max(level) as height from below""")
                .bind("group", group)
                .bind("levels", LEVELS_READ_MAX)
                .first(row -> row.small("height"))
                .orElseThrow();
    }
}
