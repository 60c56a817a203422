package dev.slipway.admin.act.house;

import dev.slipway.admin.act.Acts;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Caller;
import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.trust.SigningKey;
import dev.slipway.base.fleet.trust.SigningKeys;
import dev.slipway.core.bundle.KeyChange;
import dev.slipway.core.bundle.ReleaseSignatures;
import dev.slipway.core.bundle.RootProposals;
import dev.slipway.core.bundle.Trust;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/** Shows the signing keys and changes them under the root, also where a private half is not on this server. */
public final class KeyActs {
    private final Acts acts;
    private final Trust trust;
    private final SigningKeys keys;
    private final SecureRandom random;

    /** For callers of {@code acts}; new keys are drawn from {@code random}. */
    public KeyActs(Acts acts, Trust trust, SigningKeys keys, SecureRandom random) {
        this.acts = acts;
        this.trust = trust;
        this.keys = keys;
        this.random = random;
    }

    /**
     * What the next root document shall change: a role's key, or a key that goes; nothing for another year of the same.
     *
     * @param role whose key is new
     * @param publicKey of a key made elsewhere, 64 hexadecimal digits; left out: a key is made here
     * @param retire id of a key that goes
     */
    public record Proposal(Optional<String> role, Optional<String> publicKey, Optional<String> retire) {}

    /** Every key, oldest first. */
    public List<SigningKey> all(Caller caller) {
        return acts.see(caller, Area.SERVER, acting -> keys.all());
    }

    /**
     * A new key for a role instead of the one before; published releases are signed anew with a new release key.
     * Refuses {@code keys.off-server} and {@code keys.unknown-role}.
     */
    public void rotate(Caller caller, String role) {
        acts.allow(caller, Area.INSTALLATION);
        change().rotate(caller.actor(), role, random);
        signReleases(caller);
    }

    /** The next root document, with the signatures that can be made here. Refuses as {@link RootProposals}. */
    public Bytes propose(Caller caller, Proposal proposal) {
        acts.allow(caller, Area.INSTALLATION);
        var proposals = new RootProposals(change());
        boolean twoChanges = proposal.retire().isPresent() && proposal.role().isPresent();
        boolean keyOfNoRole =
                proposal.publicKey().isPresent() && proposal.role().isEmpty();
        if (twoChanges || keyOfNoRole) {
            throw new Refusal(
                    "keys.proposal", "Propose one change: a role, with or without a public key, or a key to retire.");
        }
        if (proposal.retire().isPresent()) {
            return proposals.retirement(proposal.retire().get());
        }
        if (proposal.role().isEmpty()) {
            return proposals.renewal();
        }
        String role = proposal.role().get();
        return proposal.publicKey()
                .map(key -> proposals.foreignKey(role, key))
                .orElseGet(() -> proposals.newKey(caller.actor(), role, random));
    }

    /** Takes the next root document, signed where the root key is. Refuses as {@link KeyChange#accept}. */
    public void accept(Caller caller, byte[] signed) {
        acts.allow(caller, Area.INSTALLATION);
        new RootProposals(change()).accept(caller.actor(), signed);
        signReleases(caller);
    }

    /** A private half for a file that is kept elsewhere; refuses as {@link KeyChange#export}. */
    public Secret export(Caller caller, String keyId) {
        acts.allow(caller, Area.INSTALLATION);
        return change().export(caller.actor(), keyId);
    }

    /** Forgets a private half that is kept elsewhere; refuses as {@link KeyChange#detach}. */
    public void detach(Caller caller, String keyId, byte[] proof) {
        acts.allow(caller, Area.INSTALLATION);
        new RootProposals(change()).detach(caller.actor(), keyId, proof);
    }

    private KeyChange change() {
        return new KeyChange(trust, keys, acts.means().clock());
    }

    /** Where the release key is elsewhere, its holder signs them. */
    private void signReleases(Caller caller) {
        if (trust.signsReleases()) {
            new ReleaseSignatures(acts.ledger(), trust).signAnew(caller.actor());
        }
    }
}
