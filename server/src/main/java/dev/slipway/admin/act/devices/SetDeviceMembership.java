package dev.slipway.admin.act.devices;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Command;
import dev.slipway.admin.act.people.PeopleKinds;
import dev.slipway.base.fleet.acts.Act;

/**
 * Puts a device into a group or takes it out; true when that changed anything.
 *
 * @param group name or id
 * @param device name or id
 */
public record SetDeviceMembership(String group, String device, boolean member) implements Command<Boolean> {
    @Override
    public Area area() {
        return Area.DEVICES;
    }

    @Override
    public Act act(Acting acting) {
        return new Act(
                member ? "group.join" : "group.leave",
                acting.find(PeopleKinds.GROUP, group).name() + " "
                        + acting.find(DeviceKinds.DEVICE, device).name());
    }

    @Override
    public Boolean run(Acting acting) {
        var where = acting.find(PeopleKinds.GROUP, group);
        var what = acting.find(DeviceKinds.DEVICE, device);
        var devices = acting.stores().devices();
        boolean changed = member ? devices.join(what.id(), where.id()) : devices.leave(what.id(), where.id());
        acting.inReach(DeviceKinds.DEVICE, what);
        return changed;
    }
}
