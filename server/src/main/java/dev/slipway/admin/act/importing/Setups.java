package dev.slipway.admin.act.importing;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceAccount;
import dev.slipway.base.fleet.devices.DeviceSetup;
import dev.slipway.base.fleet.devices.DeviceSetup.PlacedAccount;
import dev.slipway.base.fleet.ledger.Stores;
import dev.slipway.base.fleet.people.Group;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Setups of devices, read from the stores and written into them. */
record Setups(Stores stores) {
    DeviceSetup of(Device device) {
        return new DeviceSetup(
                device.name(),
                device.type(),
                device.user(),
                stores.devices().groupsOf(device.id()).stream().map(Group::id).toList(),
                stores.deviceAccounts().of(device.id()).stream()
                        .map(placed -> new PlacedAccount(placed.position(), placed.account(), placed.label()))
                        .toList());
    }

    /** Makes {@code device} what {@code after} says; {@code before} is how it is. */
    void bring(Device device, DeviceSetup before, DeviceSetup after) {
        var devices = stores.devices();
        var brought =
                new Device(device.id(), after.name(), after.type(), after.user(), device.state(), device.created());
        if (!brought.equals(device)) {
            devices.replace(brought);
        }
        Set<Id<Group>> left = new HashSet<>(before.groups());
        after.groups().stream().filter(group -> !left.remove(group)).forEach(group -> devices.join(device.id(), group));
        left.forEach(group -> devices.leave(device.id(), group));
        if (!before.accounts().equals(after.accounts())) {
            stores.deviceAccounts().place(device.id(), placed(device, after));
        }
    }

    private static List<DeviceAccount> placed(Device device, DeviceSetup setup) {
        return setup.accounts().stream()
                .map(placed -> new DeviceAccount(device.id(), placed.position(), placed.account(), placed.label()))
                .toList();
    }

    /** Whether all that a setup refers to is still there. */
    boolean canBring(DeviceSetup setup) {
        var accounts =
                setup.accounts().stream().map(PlacedAccount::account).distinct().toList();
        return stores.deviceTypes().find(setup.type()).isPresent()
                && setup.user()
                        .filter(user -> stores.users().find(user).isEmpty())
                        .isEmpty()
                && stores.groups().findAll(setup.groups()).size()
                        == setup.groups().size()
                && stores.accounts().findAll(accounts).size() == accounts.size();
    }
}
