package dev.slipway.admin.act.house;

import dev.slipway.admin.act.Acts;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Caller;
import dev.slipway.base.fleet.trust.SigningKey;
import dev.slipway.base.fleet.trust.SigningKeys;
import dev.slipway.core.bundle.KeyChange;
import dev.slipway.core.bundle.ReleaseSignatures;
import dev.slipway.core.bundle.Trust;
import java.security.SecureRandom;
import java.util.List;

/** Shows the signing keys and makes new ones under the root. */
public final class RotateKey {
    private final Acts acts;
    private final Trust trust;
    private final SigningKeys keys;
    private final SecureRandom random;

    /** For callers of {@code acts}; new keys are drawn from {@code random}. */
    public RotateKey(Acts acts, Trust trust, SigningKeys keys, SecureRandom random) {
        this.acts = acts;
        this.trust = trust;
        this.keys = keys;
        this.random = random;
    }

    /** Every key, oldest first. */
    public List<SigningKey> all(Caller caller) {
        return acts.see(caller, Area.SERVER, acting -> keys.all());
    }

    /** The chain of root documents as devices are shown it: public, to be kept elsewhere. */
    public Trust trust() {
        return trust;
    }

    /**
     * A new key for a role instead of the one before; published releases are signed anew with a new release key.
     * Refuses
     * {@code keys.off-server} and an unknown role.
     */
    public void rotate(Caller caller, String role) {
        acts.allow(caller, Area.SERVER);
        new KeyChange(trust, keys, acts.means().clock()).rotate(caller.actor(), role, random);
        if (role.equals("release")) {
            new ReleaseSignatures(acts.ledger(), trust).signAnew(caller.actor());
        }
    }
}
