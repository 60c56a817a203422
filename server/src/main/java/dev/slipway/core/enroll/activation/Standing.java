package dev.slipway.core.enroll.activation;

import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a link stands. */
public sealed interface Standing {
    /** No link of ours, or one that a later one replaced. */
    record Unknown() implements Standing {}

    /**
     * A link that leads nowhere any more.
     *
     * @param guest whose it was, for the language of the page
     */
    record Ended(Guest guest, Why why) implements Standing {}

    /** Why it leads nowhere. */
    sealed interface Why {}

    /**
     * A device has it.
     *
     * @param device its name; empty when it is gone
     * @param current whether that was minutes ago, so that whoever sees this page is most likely its user
     */
    record Used(String device, Instant at, boolean current) implements Why {}

    /** Its time is over. */
    record Expired() implements Why {}

    /** It was taken back, or its user may no longer log on. */
    record Revoked() implements Why {}

    /** A link that can be followed. */
    record Open(Guest guest) implements Standing {}

    /**
     * Whose link it is.
     *
     * @param types that its device may be of, first choice first; never empty while the link is open
     */
    record Guest(Tenant tenant, Activation activation, User user, Optional<Account> account, List<DeviceType> types) {
        public Guest {
            types = List.copyOf(types);
        }
    }
}
