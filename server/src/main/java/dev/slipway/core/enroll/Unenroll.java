package dev.slipway.core.enroll;

import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.ledger.Ledger;
import java.util.List;
import java.util.Optional;

/** Ends the binding of a device at its own wish: its token is void, it has no user, and it may log on again. */
public final class Unenroll {
    private final Ledger ledger;

    /** Writes there. */
    public Unenroll(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Ends it; a device that was taken away meanwhile is gone all the same. */
    public void run(Admitted admitted) {
        Device device = admitted.device();
        ledger.write(
                admitted.tenant(),
                new Actor("device", device.name()),
                new Act("device.unenroll", device.name()),
                stores -> {
                    stores.devices().revokeToken(device.id());
                    stores.devices()
                            .locked(device.id())
                            .filter(now -> now.state() == Device.State.ACTIVE)
                            .ifPresent(now -> stores.devices().replace(unbound(now)));
                    stores.deviceAccounts().place(device.id(), List.of());
                    return device;
                });
    }

    private static Device unbound(Device device) {
        return new Device(
                device.id(), device.name(), device.type(), Optional.empty(), Device.State.EXPECTED, device.created());
    }
}
