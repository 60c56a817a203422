package dev.slipway.bootloader.protocol.trust;

import static dev.slipway.bootloader.protocol.trust.RootDocument.ROOT;

import dev.slipway.bootloader.protocol.json.Malformed;
import dev.slipway.bootloader.protocol.trust.TrustRefused.Reason;
import java.time.Instant;
import java.util.List;

/**
 * From a fingerprint or a stored root to the newest root, step by step (TUF 1.0.34 section 5.3): each root is signed by
 * the threshold of its predecessor and by its own, and its version is exactly one more. Only the last one's expiry
 * counts.
 */
public final class RootChain {
    /** Roots of one list; a yearly rotation fills it in two generations. */
    public static final int ROOTS_MAX = 64;

    private final List<TrustedRoot> roots;
    private final Instant now;

    private RootChain(List<Envelope> roots, Instant now) {
        if (roots.size() > ROOTS_MAX) {
            throw new TrustRefused(Reason.ROOT_VERSION, roots.size() + " roots, at most " + ROOTS_MAX + " are read");
        }
        this.roots = roots.stream().map(RootChain::read).toList();
        this.now = now;
    }

    /**
     * The newest root, starting at the first one of the list that the key of the message itself signed. A root that
     * only names that key proves nothing: public keys can be copied.
     *
     * @throws TrustRefused with a {@code root.} code
     */
    public static TrustedRoot from(KeyFingerprint fingerprint, List<Envelope> roots, Instant now) {
        var chain = new RootChain(roots, now);
        for (TrustedRoot root : chain.roots) {
            if (isMadeBy(fingerprint, root)) {
                return chain.newestAfter(root);
            }
        }
        throw new TrustRefused(Reason.ROOT_UNKNOWN_KEY, "no root was signed by key " + fingerprint);
    }

    /**
     * The newest root, starting at one that is already trusted; the list may begin with older ones, which are skipped.
     *
     * @throws TrustRefused with a {@code root.} code
     */
    public static TrustedRoot from(TrustedRoot trusted, List<Envelope> roots, Instant now) {
        var chain = new RootChain(roots, now);
        long version = trusted.document().version();
        if (chain.roots.stream().noneMatch(root -> root.document().version() >= version)) {
            throw new TrustRefused(Reason.ROOT_OLDER, "the list ends before version " + version);
        }
        for (TrustedRoot root : chain.roots) {
            boolean same =
                    root.envelope().contentHash().equals(trusted.envelope().contentHash());
            if (root.document().version() == version && !same) {
                throw new TrustRefused(Reason.ROOT_OLDER, "version " + version + " has another content than before");
            }
        }
        return chain.newestAfter(trusted);
    }

    private static TrustedRoot read(Envelope envelope) {
        try {
            return TrustedRoot.stored(envelope);
        } catch (Malformed e) {
            throw new TrustRefused(Reason.ROOT_MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    private static boolean isMadeBy(KeyFingerprint fingerprint, TrustedRoot root) {
        RootDocument document = root.document();
        return document.hasSigned(ROOT, root.envelope())
                && document.role(ROOT).keyIds().stream()
                        .flatMap(id -> document.keys().values().stream()
                                .filter(key -> key.keyId().equals(id)))
                        .anyMatch(key ->
                                fingerprint.matches(key) && root.envelope().isSignedBy(Role.of(key), document.keys()));
    }

    private TrustedRoot newestAfter(TrustedRoot start) {
        TrustedRoot newest = start;
        long before = start.document().version();
        for (TrustedRoot root : roots) {
            if (root.document().version() > before) {
                newest = step(newest, root);
            }
        }
        if (!newest.document().expires().isAfter(now)) {
            throw new TrustRefused(
                    Reason.ROOT_EXPIRED, "root expired at " + newest.document().expires());
        }
        return newest;
    }

    private static TrustedRoot step(TrustedRoot from, TrustedRoot to) {
        long expected = from.document().version() + 1;
        if (to.document().version() != expected) {
            throw new TrustRefused(
                    Reason.ROOT_VERSION,
                    "version " + to.document().version() + " stands where " + expected + " should");
        }
        if (!from.document().hasSigned(ROOT, to.envelope()) || !to.document().hasSigned(ROOT, to.envelope())) {
            throw new TrustRefused(Reason.ROOT_UNSIGNED, "version " + expected + " lacks signatures");
        }
        return to;
    }
}
