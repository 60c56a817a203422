package dev.slipway.admin.act.people;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Command;
import dev.slipway.base.fleet.acts.Act;

/**
 * Puts a user into a group or takes it out; true when that changed anything.
 *
 * @param group name or id
 * @param user login or id
 */
public record SetMembership(String group, String user, boolean member) implements Command<Boolean> {
    @Override
    public Area area() {
        return Area.PEOPLE;
    }

    @Override
    public Act act(Acting acting) {
        return new Act(
                member ? "group.join" : "group.leave",
                acting.find(PeopleKinds.GROUP, group).name() + " "
                        + acting.find(PeopleKinds.USER, user).login());
    }

    @Override
    public Boolean run(Acting acting) {
        var where = acting.find(PeopleKinds.GROUP, group);
        var who = acting.find(PeopleKinds.USER, user);
        var groups = acting.stores().groups();
        boolean changed = member ? groups.addUser(where.id(), who.id()) : groups.removeUser(where.id(), who.id());
        acting.inReach(PeopleKinds.USER, who);
        return changed;
    }
}
