package dev.slipway.admin.act.people;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Command;
import dev.slipway.base.fleet.Identified;
import dev.slipway.base.fleet.acts.Act;

/**
 * Puts a user or device into a group or takes it out; true when that changed anything.
 *
 * @param group name or id
 * @param member login, name or id
 * @param isIn true to put it in
 */
public record SetMembership<T extends Identified<T>>(Members<T> members, String group, String member, boolean isIn)
        implements Command<Boolean> {
    @Override
    public Area area() {
        return members.kind().area();
    }

    @Override
    public Act act(Acting acting) {
        T found = acting.find(members.kind(), member);
        return new Act(
                isIn ? "group.join" : "group.leave",
                acting.find(PeopleKinds.GROUP, group).name() + " "
                        + members.kind().naming().title().apply(found));
    }

    @Override
    public Boolean run(Acting acting) {
        var where = acting.find(PeopleKinds.GROUP, group);
        T who = acting.locked(members.kind(), member);
        var store = members.store().apply(acting.stores());
        boolean changed = isIn ? store.join(who.id(), where.id()) : store.leave(who.id(), where.id());
        acting.inReach(members.kind(), who);
        return changed;
    }
}
