package dev.slipway.core.enroll;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceAccount;
import dev.slipway.base.fleet.ledger.Stores;
import dev.slipway.base.fleet.placement.Assignment;
import dev.slipway.base.fleet.placement.Place;
import java.util.List;
import java.util.Set;

/** What happens when a device takes the place of another: its own settings and positions follow, the other one ends. */
final class Successor {
    private Successor() {}

    static void of(Stores stores, Id<Device> old, Id<Device> next) {
        if (!old.equals(next)) {
            stores.devices().locked(old).ifPresent(device -> {
                follow(stores, old, next);
                stores.devices().replace(device.in(Device.State.RETIRED));
                stores.devices().revokeToken(old);
            });
        }
    }

    private static void follow(Stores stores, Id<Device> old, Id<Device> next) {
        for (Assignment given : stores.assignments().to(Set.of(new Place.OfDevice(old)))) {
            stores.assignments()
                    .replace(new Assignment(
                            given.id(),
                            given.placed(),
                            new Place.OfDevice(next),
                            given.rank(),
                            given.isFinal(),
                            given.assigned()));
        }
        stores.devices().groupsOf(old).forEach(group -> stores.devices().join(next, group.id()));
        List<DeviceAccount> placed = stores.deviceAccounts().of(old).stream()
                .map(at -> new DeviceAccount(next, at.position(), at.account(), at.label()))
                .toList();
        if (!placed.isEmpty()) {
            stores.deviceAccounts().place(old, List.of());
            stores.deviceAccounts().place(next, placed);
        }
    }
}
