package dev.slipway.core.enroll.address;

import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.ledger.DeviceView;
import java.util.Optional;

/** How an admission ended. What the device is answered tells nothing of it. */
public sealed interface Verdict {
    /**
     * Let in.
     *
     * @param view all that its answer depends on, as it stood when it was looked up
     * @param address the secret part of the device's own address, which its files name, also when it came by another
     */
    record LetIn(DeviceView view, String address) implements Verdict {}

    /**
     * Not let in.
     *
     * @param known the device whose address it was, when it was one
     * @param why for an administrator
     */
    record TurnedAway(Optional<Device> known, String why) implements Verdict {}
}
