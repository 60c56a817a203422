package dev.slipway.core.bundle;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.bootloader.protocol.json.Malformed;
import dev.slipway.bootloader.protocol.trust.Envelope;
import dev.slipway.bootloader.protocol.trust.SigningPublicKey;
import java.security.SecureRandom;

/** Changes of keys as documents: out to where the root key is, and back with its signature. */
public record RootProposals(KeyChange change) {
    /** The next root with a new key for a role, made here. Refuses {@code keys.unknown-role}. */
    public Bytes newKey(Actor actor, String role, SecureRandom random) {
        return bytes(change.propose(actor, role, random));
    }

    /**
     * The next root with a key for a role whose private half stays elsewhere. Refuses {@code keys.unknown-role} and
     * {@code keys.public-key}.
     *
     * @param publicKey 64 hexadecimal digits
     */
    public Bytes foreignKey(String role, String publicKey) {
        try {
            return bytes(change.proposeKey(role, new SigningPublicKey(publicKey)));
        } catch (IllegalArgumentException foreign) {
            throw new Refusal("keys.public-key", "A public key has 64 digits 0-9 a-f, as slipway keys make says them.");
        }
    }

    /** The next root without one key. Refuses {@code keys.last} and {@code keys.unknown}. */
    public Bytes retirement(String keyId) {
        return bytes(change.proposeRetirement(keyId));
    }

    /** The next root with the same keys, for another year. */
    public Bytes renewal() {
        return bytes(change.proposeRenewal());
    }

    /** Takes a signed root. Refuses what {@link KeyChange#accept} refuses; no document is {@code keys.root-refused}. */
    public void accept(Actor actor, byte[] signed) {
        change.accept(actor, parsed(signed));
    }

    /** See {@link KeyChange#detach}. */
    public void detach(Actor actor, String keyId, byte[] proof) {
        try {
            change.detach(actor, keyId, Envelope.parse(proof));
        } catch (Malformed foreign) {
            throw new Refusal("keys.not-held", "This is no signed document: " + foreign.getMessage());
        }
    }

    private static Envelope parsed(byte[] document) {
        try {
            return Envelope.parse(document);
        } catch (Malformed foreign) {
            throw new Refusal("keys.root-refused", "This is no signed document: " + foreign.getMessage());
        }
    }

    private static Bytes bytes(Envelope envelope) {
        return Bytes.of(envelope.toBytes());
    }
}
