package dev.slipway.core.enroll.address;

import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.ledger.Lookups.Owned;
import dev.slipway.core.enroll.Admitted;
import java.util.Optional;

/** How an admission ended. What the device is answered tells nothing of it. */
public sealed interface Verdict {
    /**
     * Let in.
     *
     * @param address the secret part of the device's own address, which its files name, also when it came by another
     */
    record LetIn(Admitted admitted, String address) implements Verdict {}

    /**
     * Not let in.
     *
     * @param known the device whose address it was, when it was one
     * @param why for an administrator
     */
    record TurnedAway(Optional<Owned<Device>> known, String why) implements Verdict {}
}
