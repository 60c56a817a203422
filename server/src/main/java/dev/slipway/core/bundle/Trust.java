package dev.slipway.core.bundle;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.base.fleet.trust.SigningKey;
import dev.slipway.base.fleet.trust.SigningKeys;
import dev.slipway.bootloader.protocol.trust.BundleDocument;
import dev.slipway.bootloader.protocol.trust.Envelope;
import dev.slipway.bootloader.protocol.trust.KeyFingerprint;
import dev.slipway.bootloader.protocol.trust.ReleaseDocument;
import dev.slipway.bootloader.protocol.trust.RootDocument;
import dev.slipway.bootloader.protocol.trust.Signer;
import dev.slipway.bootloader.protocol.trust.TlsStatement;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of the installation: they sign releases, bundles and TLS statements, and the root vouches for them.
 *
 * <p>Which keys count is what the newest root document says; a private half may be anywhere. Where one is needed
 * that is not here, the refusal {@code keys.off-server} says what to do. Changing keys is {@link KeyChange}'s.
 */
public final class Trust {
    /** A root of which less than a third is left is renewed at start. */
    static final Duration ROOT_LIFE = Duration.ofDays(365);

    /**
     * Renewed with every start and at least weekly by who shows it; a stolen TLS key is of use no longer than
     * this.
     */
    static final Duration TLS_LIFE = Duration.ofDays(30);

    private static final System.Logger LOG = System.getLogger(Trust.class.getPackageName());

    private final SigningKeys store;
    private final InstantSource clock;
    private volatile KeyRing ring;

    private Trust(SigningKeys store, InstantSource clock, KeyRing ring) {
        this.store = store;
        this.clock = clock;
        this.ring = ring;
    }

    /**
     * The keys as they are kept; at the very first start they are made, with root document 1. Renews a root that
     * expires soon, when its key is here. Blocks.
     */
    public static Trust start(SigningKeys store, SecureRandom random, InstantSource clock) {
        if (store.roots().isEmpty()) {
            create(store, random, clock);
        }
        var trust = new Trust(store, clock, KeyRing.read(store));
        trust.renewWhenDue();
        return trust;
    }

    private static void create(SigningKeys store, SecureRandom random, InstantSource clock) {
        Map<String, Signer> signers = KeyRing.ROLES.stream()
                .collect(java.util.stream.Collectors.toMap(role -> role, role -> Signer.generate(random)));
        Signer root = KeyRing.required(signers, RootDocument.ROOT);
        var document = RootDocument.of(
                1,
                clock.instant().plus(ROOT_LIFE),
                KeyRing.byRole(role -> List.of(KeyRing.required(signers, role).publicKey())));
        List<SigningKey> keys = new ArrayList<>();
        signers.forEach((role, signer) -> keys.add(KeyRing.kept(role, signer)));
        Envelope signed = Envelope.sign(document.toJson(), root);
        try {
            store.keep(
                    Actor.HOUSE,
                    new Act("keys.create", "root 1"),
                    keys,
                    Optional.of(new SigningKeys.Root(1, Bytes.of(signed.toBytes()))));
        } catch (Refusal refusal) {
            if (!refusal.code().equals("keys.conflict")) {
                throw refusal;
            }
            LOG.log(
                    System.Logger.Level.INFO,
                    "event=keys-found reason=\"another server made them at the same moment\"");
        }
    }

    /** Reads again what another server of this installation may have changed. Blocks. */
    public void refresh() {
        ring = KeyRing.read(store);
    }

    /** The {@code Key:} of messages: of the newest root key. */
    public KeyFingerprint fingerprint() {
        return KeyFingerprint.of(ring.newest(RootDocument.ROOT));
    }

    /** The root documents that a device is shown, oldest first; at most as many as it reads. */
    public List<Envelope> roots() {
        return ring.shown();
    }

    /** The newest root document. */
    public RootDocument root() {
        return ring.root();
    }

    /** The release, signed with the release key. */
    public Envelope signRelease(ReleaseDocument release) {
        return Envelope.sign(release.toJson(), ring.signer(RootDocument.RELEASE));
    }

    /** The bundle, signed with the bundle key. */
    public Envelope signBundle(BundleDocument bundle) {
        return Envelope.sign(bundle.toJson(), ring.signer(RootDocument.BUNDLE));
    }

    /** The id of the key that signs bundles now. */
    String bundleKey() {
        return ring.newest(RootDocument.BUNDLE).keyId();
    }

    /** The id of the key that signs releases now. */
    String releaseKey() {
        return ring.newest(RootDocument.RELEASE).keyId();
    }

    /** Whether releases can be signed here with the newest release key. */
    public boolean signsReleases() {
        return ring.signerOf(ring.newest(RootDocument.RELEASE)).isPresent();
    }

    /** Whether the keys of the newest root vouch for this release. */
    boolean vouchesFor(Envelope release) {
        return ring.root().hasSigned(RootDocument.RELEASE, release);
    }

    /** Binds TLS keys (SHA-256 of each SubjectPublicKeyInfo, hexadecimal, 1 to 16) to the root, for 30 days. */
    public Envelope tlsStatement(List<String> spkiSha256) {
        Instant now = clock.instant();
        var statement = new TlsStatement(now.getEpochSecond(), now.plus(TLS_LIFE), spkiSha256);
        return Envelope.sign(statement.toJson(), ring.signer(RootDocument.TLS));
    }

    /**
     * Signs the root anew for another year when less than a third is left; where its key is not here, warns.
     * Blocks.
     */
    public void renewWhenDue() {
        Instant expires = ring.root().expires();
        if (clock.instant().isBefore(expires.minus(ROOT_LIFE.dividedBy(3)))) {
            return;
        }
        if (ring.isHere(RootDocument.ROOT)) {
            new KeyChange(this, store, clock).renew(Actor.HOUSE);
        } else {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "event=root-expires at={0} do=\"propose a root, sign it where its key is, import it\"",
                    expires);
        }
    }

    KeyRing ring() {
        return ring;
    }
}
