package dev.slipway.core.bundle;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.base.fleet.trust.SigningKey;
import dev.slipway.base.fleet.trust.SigningKeys;
import dev.slipway.bootloader.protocol.json.Malformed;
import dev.slipway.bootloader.protocol.trust.Envelope;
import dev.slipway.bootloader.protocol.trust.Role;
import dev.slipway.bootloader.protocol.trust.RootChain;
import dev.slipway.bootloader.protocol.trust.RootDocument;
import dev.slipway.bootloader.protocol.trust.Signer;
import dev.slipway.bootloader.protocol.trust.SigningPublicKey;
import dev.slipway.bootloader.protocol.trust.TrustRefused;
import dev.slipway.bootloader.protocol.trust.TrustedRoot;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Changes keys under the root: every change is the next root document, signed by the root keys of before and by
 * its own (TUF 1.0.34, section 6.1).
 *
 * <p>A change takes two steps, because the root key may be elsewhere: {@code propose...} gives the next document
 * with the signatures that can be made here; {@link #accept} takes it when none is missing. {@link #rotate} does both.
 */
public final class KeyChange {
    private static final Set<String> MAY_LEAVE = Set.of(RootDocument.ROOT, RootDocument.RELEASE);

    private final Trust trust;
    private final SigningKeys store;
    private final InstantSource clock;

    /** Changes the keys of {@code trust}, which are kept in {@code store}. */
    public KeyChange(Trust trust, SigningKeys store, InstantSource clock) {
        this.trust = trust;
        this.store = store;
        this.clock = clock;
    }

    /** The same keys for another year. Refuses {@code keys.off-server}. */
    public void renew(Actor actor) {
        accept(actor, proposeRenewal());
    }

    /**
     * A new key for a role. It stands alone, but a new release key stands beside the earlier ones, whose releases
     * devices still get: sign those anew ({@link ReleaseSignatures}) and {@link #retire} the earlier ones.
     *
     * <p>Refuses {@code keys.unknown-role} and {@code keys.off-server}; nothing is changed then.
     */
    public void rotate(Actor actor, String role, SecureRandom random) {
        KeyRing.required(trust.root().roles(), role);
        trust.ring().signer(RootDocument.ROOT);
        accept(actor, propose(actor, role, random));
    }

    /** The next root with a new key for a role, which is kept and waits for it; signed as far as can be here. */
    public Envelope propose(Actor actor, String role, SecureRandom random) {
        KeyRing.required(trust.root().roles(), role);
        Signer made = Signer.generate(random);
        SigningKey key = KeyRing.kept(role, made);
        store.keep(actor, new Act("keys.propose", role + " " + key.keyId()), List.of(key), Optional.empty());
        trust.refresh();
        return proposeKey(role, made.publicKey());
    }

    /** The next root with a key for a role whose private half stays where it was made. */
    public Envelope proposeKey(String role, SigningPublicKey key) {
        KeyRing.required(trust.root().roles(), role);
        return signedHere(
                next(of -> of.equals(role) ? withNew(role, key) : trust.ring().of(of)));
    }

    /** The next root with the same keys. */
    public Envelope proposeRenewal() {
        return signedHere(next(trust.ring()::of));
    }

    /** The next root without one key; the last one of a role is the refusal {@code keys.last}. */
    public Envelope proposeRetirement(String keyId) {
        if (!trust.root().keys().containsKey(keyId)) {
            throw unknown();
        }
        for (String role : KeyRing.ROLES) {
            List<SigningPublicKey> keys = trust.ring().of(role);
            if (keys.size() == 1 && keys.getFirst().keyId().equals(keyId)) {
                throw new Refusal("keys.last", "This is the only " + role + " key: make a new one first.");
            }
        }
        return signedHere(next(role -> trust.ring().of(role).stream()
                .filter(key -> !key.keyId().equals(keyId))
                .toList()));
    }

    /** Takes one key away. Refuses {@code keys.last} and {@code keys.off-server}. */
    public void retire(Actor actor, String keyId) {
        accept(actor, proposeRetirement(keyId));
    }

    /**
     * Keeps the next root, as signed, and retires the keys it no longer names.
     *
     * <p>Refuses {@code keys.off-server} when a signature of the root is missing, {@code keys.root-refused} when
     * no device would believe it, and {@code keys.conflict} when another server was first.
     */
    public void accept(Actor actor, Envelope signed) {
        TrustedRoot current = TrustedRoot.stored(trust.ring().roots().getLast());
        RootDocument next = believed(current, signed);
        List<SigningKey> changed = trust.ring().keys().stream()
                .map(key -> in(key, next))
                .filter(key -> !trust.ring().keys().contains(key))
                .toList();
        List<SigningKey> unknown = KeyRing.ROLES.stream()
                .flatMap(role -> KeyRing.required(next.roles(), role).keyIds().stream()
                        .filter(id -> trust.ring().keys().stream()
                                .noneMatch(key -> key.keyId().equals(id)))
                        .map(id -> elsewhere(role, KeyRing.required(next.keys(), id))))
                .toList();
        store.keep(
                actor,
                new Act("keys.root", "root " + next.version()),
                Stream.concat(changed.stream(), unknown.stream()).toList(),
                Optional.of(new SigningKeys.Root((int) next.version(), Bytes.of(signed.toBytes()))));
        trust.refresh();
    }

    /**
     * The private half of a root or release key, for a file that is kept elsewhere: PKCS #8 in base64. It stays here,
     * too, until {@link #detach}, so that an answer that is lost on its way loses no key. Refuses {@code keys.unknown},
     * {@code keys.off-server} and {@code keys.needed-here}.
     */
    public Secret export(Actor actor, String keyId) {
        SigningKey key = leaving(keyId);
        store.keep(actor, new Act("keys.export", key.role() + " " + keyId), List.of(key), Optional.empty());
        return half(key);
    }

    /**
     * Forgets the private half of a root or release key. Refuses as {@link #export}, and {@code keys.not-held} without
     * a signature that shows that somebody else holds it now.
     *
     * @param proof what {@link KeyFile#proof} gave
     */
    public void detach(Actor actor, String keyId, Envelope proof) {
        SigningKey key = leaving(keyId);
        half(key);
        var role = new Role(Set.of(keyId), 1);
        var publicKey = new SigningPublicKey(key.publicKey().hex());
        if (!proof.signed().equals(KeyFile.detachment(keyId)) || !proof.isSignedBy(role, Map.of(keyId, publicKey))) {
            throw new Refusal(
                    "keys.not-held", "Nobody has shown to hold this key elsewhere: export it to a file first.");
        }
        var rest = new SigningKey(key.keyId(), key.role(), key.publicKey(), Optional.empty(), key.state());
        store.keep(actor, new Act("keys.detach", key.role() + " " + keyId), List.of(rest), Optional.empty());
        trust.refresh();
    }

    private SigningKey leaving(String keyId) {
        SigningKey key = trust.ring().keys().stream()
                .filter(kept -> kept.keyId().equals(keyId))
                .findFirst()
                .orElseThrow(KeyChange::unknown);
        if (!MAY_LEAVE.contains(key.role())) {
            throw new Refusal("keys.needed-here", "Without the " + key.role() + " key no device is served: it stays.");
        }
        return key;
    }

    private static Refusal unknown() {
        return new Refusal("keys.unknown", "There is no key of this id: list the keys.");
    }

    private static Secret half(SigningKey key) {
        return key.privateKey()
                .orElseThrow(
                        () -> new Refusal("keys.off-server", "The private half of this key is not on this server."));
    }

    private RootDocument next(Function<String, List<SigningPublicKey>> keys) {
        return RootDocument.of(trust.root().version() + 1, clock.instant().plus(Trust.ROOT_LIFE), KeyRing.byRole(keys));
    }

    private List<SigningPublicKey> withNew(String role, SigningPublicKey key) {
        List<SigningPublicKey> keys = new ArrayList<>();
        if (role.equals(RootDocument.RELEASE)) {
            keys.addAll(trust.ring().of(role));
        }
        keys.add(key);
        return keys;
    }

    /** Signed by every root key of before and after that is here. */
    private Envelope signedHere(RootDocument next) {
        List<String> after =
                List.copyOf(KeyRing.required(next.roles(), RootDocument.ROOT).keyIds());
        Signer[] signers = Stream.concat(
                        trust.ring().of(RootDocument.ROOT).stream(),
                        after.stream().map(id -> KeyRing.required(next.keys(), id)))
                .distinct()
                .map(trust.ring()::signerOf)
                .flatMap(Optional::stream)
                .toArray(Signer[]::new);
        return Envelope.sign(next.toJson(), signers);
    }

    private RootDocument believed(TrustedRoot current, Envelope signed) {
        try {
            RootDocument document = RootDocument.from(signed);
            if (!current.document().hasSigned(RootDocument.ROOT, signed)) {
                trust.ring().signer(RootDocument.ROOT);
            }
            TrustedRoot newest = RootChain.from(current, List.of(signed), clock.instant());
            if (newest.document().version() == current.document().version()) {
                throw new Refusal("keys.conflict", "This root document was accepted before: propose the change anew.");
            }
            return document;
        } catch (TrustRefused | Malformed refused) {
            throw new Refusal("keys.root-refused", "No device would believe this root: " + refused.getMessage());
        }
    }

    /** A key that a root no longer names is retired and its private half forgotten; a proposed one still waits. */
    private SigningKey in(SigningKey key, RootDocument next) {
        boolean dropped =
                trust.root().keys().containsKey(key.keyId()) && !next.keys().containsKey(key.keyId());
        return dropped
                ? new SigningKey(key.keyId(), key.role(), key.publicKey(), Optional.empty(), SigningKey.State.RETIRED)
                : key;
    }

    private static SigningKey elsewhere(String role, SigningPublicKey key) {
        return new SigningKey(key.keyId(), role, Bytes.of(key.raw()), Optional.empty(), SigningKey.State.ACTIVE);
    }
}
