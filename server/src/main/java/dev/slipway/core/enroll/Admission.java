package dev.slipway.core.enroll;

import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.ledger.Lookups;
import dev.slipway.base.identity.Tokens;
import java.util.Optional;

/** Lets in devices that log on once and then show their token. */
public final class Admission {
    private final Lookups lookups;

    /** Looks devices up there. */
    public Admission(Lookups lookups) {
        this.lookups = lookups;
    }

    /** The device of this token; unknown, blocked and retired are alike: empty. Blocks for one look-up. */
    public Optional<Admitted> byToken(Secret token) {
        return lookups.deviceByToken(Tokens.sha256(token))
                .filter(owned -> owned.record().state() == Device.State.ACTIVE)
                .map(owned -> new Admitted(owned.tenant(), owned.record()));
    }
}
