package dev.slipway.bootloader.protocol.trust;

import dev.slipway.bootloader.protocol.json.Malformed;
import dev.slipway.bootloader.protocol.trust.TrustRefused.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Decides whether a device may act on a bundle. Two signatures stand behind every installation: the bundle key's under
 * what this device shall have, and the release key's under each artifact it names (TUF's targets and Uptane's director,
 * in one answer).
 *
 * @param root what the device believes
 * @param device its identity, as the server gave it at log-on
 * @param last the bundle accepted last, none before the first
 */
public record BundleCheck(TrustedRoot root, String device, Optional<Accepted> last) {

    /**
     * What a device remembers of the bundle it accepted last.
     *
     * @param version of that bundle
     * @param contentHash {@link Envelope#contentHash}
     */
    public record Accepted(long version, String contentHash) {}

    /**
     * A bundle to act on.
     *
     * @param document what to do
     * @param releases the verified releases behind its installations
     * @param accepted to be remembered before anything is done
     */
    public record Verified(BundleDocument document, List<ReleaseDocument> releases, Accepted accepted) {
        public Verified {
            releases = List.copyOf(releases);
        }
    }

    /**
     * The verified content of {@code body} at {@code now}.
     *
     * @throws TrustRefused with a {@code bundle.} code
     */
    public Verified check(byte[] body, Instant now) {
        return check(wellFormed(() -> BundleAnswer.parse(body)), now);
    }

    /** {@link #check(byte[], Instant)} of an answer that was read already. */
    public Verified check(BundleAnswer answer, Instant now) {
        requireSigned(answer.bundle(), RootDocument.BUNDLE);
        BundleDocument document = wellFormed(() -> BundleDocument.from(answer.bundle()));
        if (!document.audience().device().equals(device)) {
            throw new TrustRefused(
                    Reason.BUNDLE_OTHER_DEVICE,
                    "it was made for " + document.audience().device() + ", this is " + device);
        }
        if (!document.life().expires().isAfter(now)) {
            throw new TrustRefused(
                    Reason.BUNDLE_EXPIRED, "it expired at " + document.life().expires());
        }
        var accepted = new Accepted(document.life().version(), answer.bundle().contentHash());
        requireNotOlder(accepted);
        return new Verified(document, releasesBehind(document, answer.releases()), accepted);
    }

    private void requireSigned(Envelope envelope, String role) {
        if (root.document().hasSigned(role, envelope)) {
            return;
        }
        boolean otherKey = !envelope.signatures().isEmpty()
                && !envelope.namesKeyOf(root.document().role(role));
        throw otherKey
                ? new TrustRefused(Reason.BUNDLE_WRONG_KEY, "no key of role " + role + " is among its signatures")
                : new TrustRefused(Reason.BUNDLE_UNSIGNED, "it lacks valid signatures of role " + role);
    }

    private void requireNotOlder(Accepted accepted) {
        if (last.isEmpty() || accepted.version() > last.get().version()) {
            return;
        }
        if (accepted.version() < last.get().version()) {
            throw new TrustRefused(
                    Reason.BUNDLE_OLDER,
                    "version " + accepted.version() + " after " + last.get().version());
        }
        if (!accepted.equals(last.get())) {
            throw new TrustRefused(
                    Reason.BUNDLE_SAME_VERSION_OTHER_CONTENT, "version " + accepted.version() + " changed");
        }
    }

    private List<ReleaseDocument> releasesBehind(BundleDocument document, List<Envelope> envelopes) {
        var releases = new ArrayList<ReleaseDocument>();
        for (Envelope envelope : envelopes) {
            requireSigned(envelope, RootDocument.RELEASE);
            releases.add(wellFormed(() -> ReleaseDocument.from(envelope)));
        }
        for (InstallStep step : document.install()) {
            if (releases.stream().noneMatch(release -> release.lists(step.release(), step.artifact()))) {
                throw new TrustRefused(
                        Reason.BUNDLE_UNLISTED_ARTIFACT,
                        step.release() + " does not list " + step.artifact().sha256());
            }
        }
        return releases;
    }

    private static <T> T wellFormed(Supplier<T> reader) {
        try {
            return reader.get();
        } catch (Malformed e) {
            throw new TrustRefused(Reason.BUNDLE_MALFORMED, String.valueOf(e.getMessage()));
        }
    }
}
