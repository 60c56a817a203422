package dev.slipway.admin.act.devices;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Command;
import dev.slipway.admin.act.people.PeopleKinds;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.core.polling.WakeUp;
import dev.slipway.core.settings.Layers;
import java.util.List;
import java.util.function.Predicate;

/**
 * Says whom to wake, and that somebody asked for it: one device, or the phones of a group that the caller may act on.
 * The waking itself comes after, since no transaction may wait for devices. Refuses {@code wake.too-many}.
 *
 * @param named name or id
 * @param fetches whether devices of a type fetch settings, so that there is something to wake them for
 */
public record WakeDevices(Whom whom, String named, Predicate<DeviceType> fetches)
        implements Command<List<WakeUp.Sleeper>> {
    /** Of a group, among which are machines that nobody wakes. */
    private static final int MEMBERS_MAX = 10_000;

    /** What is named. */
    public enum Whom {
        DEVICE,
        GROUP
    }

    @Override
    public Area area() {
        return Area.DEVICES;
    }

    @Override
    public Act act(Acting acting) {
        return switch (whom) {
            case DEVICE ->
                new Act("device.wake", acting.find(DeviceKinds.DEVICE, named).name());
            case GROUP ->
                new Act("group.wake", acting.find(PeopleKinds.GROUP, named).name());
        };
    }

    @Override
    public List<WakeUp.Sleeper> run(Acting acting) {
        List<Device> devices =
                switch (whom) {
                    case DEVICE -> List.of(acting.find(DeviceKinds.DEVICE, named));
                    case GROUP -> phones(acting);
                };
        if (devices.size() > WakeUp.DEVICES_MAX) {
            throw new Refusal(
                    "wake.too-many",
                    "At most %d phones are woken at once: wake the groups below one by one."
                            .formatted(WakeUp.DEVICES_MAX));
        }
        return devices.stream().map(device -> sleeper(acting, device)).toList();
    }

    private List<Device> phones(Acting acting) {
        var group = acting.find(PeopleKinds.GROUP, named);
        return acting.stores().devices().within(group.id(), MEMBERS_MAX).stream()
                .filter(device -> acting.stores()
                        .deviceTypes()
                        .find(device.type())
                        .filter(fetches)
                        .isPresent())
                .filter(acting.reach()::covers)
                .toList();
    }

    /** No document is asked for. */
    private static final String NO_FILE = "";

    private static WakeUp.Sleeper sleeper(Acting acting, Device device) {
        return new WakeUp.Sleeper(
                device.id(),
                device.name(),
                Layers.of(acting.stores().view(device.id(), NO_FILE)).accounts().stream()
                        .map(placed -> placed.account().address())
                        .findFirst());
    }
}
