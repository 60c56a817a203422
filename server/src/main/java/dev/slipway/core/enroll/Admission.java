package dev.slipway.core.enroll;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.ledger.DeviceView;
import dev.slipway.base.fleet.ledger.Lookups;
import dev.slipway.base.identity.Tokens;
import java.util.Optional;
import java.util.function.Consumer;

/** Lets in devices that log on once and then show their token. */
public final class Admission {
    private final Lookups lookups;
    private final Consumer<Bytes> before;

    /** Looks devices up there, however many ask. */
    public Admission(Lookups lookups) {
        this(lookups, token -> {});
    }

    /** Looks devices up there unless {@code before}, given the hash of a token, refuses it; see {@link Strangers}. */
    public Admission(Lookups lookups, Consumer<Bytes> before) {
        this.lookups = lookups;
        this.before = before;
    }

    /** The device of this token; unknown, blocked and retired are alike: empty. Blocks for one look-up. */
    public Optional<Admitted> byToken(Secret token) {
        return lookups.deviceByToken(hashed(token))
                .filter(owned -> owned.record().state() == Device.State.ACTIVE)
                .map(owned -> new Admitted(owned.tenant(), owned.record()));
    }

    /**
     * The device of this token with all that its answer depends on, in the same single look-up; empty as {@link
     * #byToken}.
     *
     * @param file the document whose last edition is wanted with it
     */
    public Optional<DeviceView> view(Secret token, String file) {
        return lookups.viewByToken(hashed(token), file)
                .filter(view -> view.identity().device().state() == Device.State.ACTIVE);
    }

    private Bytes hashed(Secret token) {
        Bytes sha256 = Tokens.sha256(token);
        before.accept(sha256);
        return sha256;
    }
}
