package dev.slipway.admin.act.activations;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Command;
import dev.slipway.admin.act.devices.DeviceKinds;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceAccount;
import dev.slipway.base.fleet.people.Account;
import java.util.List;

/**
 * A device is lost or stolen: it is blocked, the accounts on it are disabled, the links of its user are void. A new
 * activation of the account makes it active again.
 *
 * @param device name or id
 */
record ReportLost(String device) implements Command<Device> {
    @Override
    public Area area() {
        return Area.DEVICES;
    }

    @Override
    public Act act(Acting acting) {
        return new Act("device.lost", acting.find(DeviceKinds.DEVICE, device).name());
    }

    @Override
    public Device run(Acting acting) {
        Device found = acting.locked(DeviceKinds.DEVICE, device);
        for (Id<Account> account : accounts(acting, found)) {
            acting.stores().accounts().locked(account).ifPresent(one -> acting.stores()
                    .accounts()
                    .replace(one.in(Account.State.DISABLED)));
        }
        found.user().ifPresent(user -> acting.stores().activations().of(user).stream()
                .filter(one -> one.state().isOpen())
                .forEach(one -> RevokeActivation.always(acting, one)));
        Device after = found.state() == Device.State.RETIRED ? found : found.in(Device.State.BLOCKED);
        acting.stores().devices().replace(after);
        acting.stores().devices().revokeToken(after.id());
        return after;
    }

    /** Those placed on it; without any, all of its user, as the device had them. */
    private static List<Id<Account>> accounts(Acting acting, Device found) {
        List<Id<Account>> placed = acting.stores().deviceAccounts().of(found.id()).stream()
                .map(DeviceAccount::account)
                .toList();
        return placed.isEmpty()
                ? found.user().map(acting.stores().accounts()::of).orElse(List.of()).stream()
                        .map(Account::id)
                        .toList()
                : placed;
    }
}
