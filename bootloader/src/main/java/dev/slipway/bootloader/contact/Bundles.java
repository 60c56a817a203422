package dev.slipway.bootloader.contact;

import static dev.slipway.bootloader.protocol.ReportEvent.State.DONE;
import static dev.slipway.bootloader.protocol.ReportEvent.State.FAILED;

import dev.slipway.bootloader.home.Enrollment;
import dev.slipway.bootloader.home.State;
import dev.slipway.bootloader.home.StateFile;
import dev.slipway.bootloader.outcome.Exit;
import dev.slipway.bootloader.outcome.Refusal;
import dev.slipway.bootloader.portal.Answer;
import dev.slipway.bootloader.protocol.ReportEvent.Step;
import dev.slipway.bootloader.protocol.trust.BundleCheck;
import dev.slipway.bootloader.protocol.trust.BundleCheck.Verified;
import dev.slipway.bootloader.protocol.trust.Sha256;
import dev.slipway.bootloader.protocol.trust.TrustRefused;
import dev.slipway.bootloader.protocol.trust.TrustedRoot;
import dev.slipway.bootloader.report.Reporter;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Asks for the bundle, believes it or not, and remembers what it believed before anything is done. */
final class Bundles {
    private static final int OK = 200;
    private static final int UNCHANGED = 304;
    private static final int NOT_FOUND = 404;
    /** The portal's ETag is the beginning of the hash of the body, so that the kept body is its own validator. */
    private static final int ETAG_DIGITS = 32;

    private final StateFile state;
    private final Reporter reporter;
    private final InstantSource clock;

    Bundles(StateFile state, Reporter reporter, InstantSource clock) {
        this.state = state;
        this.reporter = reporter;
        this.clock = clock;
    }

    /**
     * The verified bundle of now, the kept one when the portal has none newer.
     *
     * @throws TrustRefused when it is not believed: nothing was changed
     * @throws Refusal when the portal gave none
     */
    Verified get(Session session, Enrollment enrollment) throws IOException {
        Optional<byte[]> kept = state.bundle();
        Map<String, String> headers = kept.isPresent()
                ? session.authorization("If-None-Match", "\"" + etag(kept.get()) + "\"")
                : session.authorization();
        Answer answer = session.line().get("boot/v1/bundle", headers);
        byte[] body = body(answer, kept);
        Verified verified = check(body, session.root(), enrollment);
        boolean changed = !state.get().accepted().equals(Optional.of(verified.accepted()));
        state.change(now -> now.accepted(verified.accepted())
                .with(now.polls().contacted(verified.document().polling(), clock.instant())));
        if (answer.status() == OK) {
            state.keepBundle(body);
        }
        if (changed) {
            reporter.note(
                    Step.POLL,
                    DONE,
                    "bundle " + verified.accepted().version() + " for "
                            + verified.document().audience().user() + " on a device of type "
                            + verified.document().audience().deviceType());
        }
        return verified;
    }

    /**
     * The bundle accepted last, checked again with the root believed last and without the portal.
     *
     * @throws TrustRefused when it is not believed any more: it expired, or the file was changed
     * @throws Refusal {@code bundle.none} before the first one
     */
    Verified kept(Enrollment enrollment) throws IOException {
        Optional<byte[]> body = state.bundle();
        Optional<TrustedRoot> root = state.get().root();
        if (body.isEmpty() || root.isEmpty()) {
            throw new Refusal(
                    "bundle.none",
                    "Nothing was assigned here yet; with the server in reach run: bootloader check-now",
                    Exit.NOT_FOUND);
        }
        return check(body.get(), root.get(), enrollment);
    }

    private Verified check(byte[] body, TrustedRoot root, Enrollment enrollment) {
        State now = state.get();
        try {
            return new BundleCheck(root, enrollment.device(), now.accepted()).check(body, clock.instant());
        } catch (TrustRefused refused) {
            reporter.note(Step.VERIFY, FAILED, String.valueOf(refused.getMessage()));
            throw refused;
        }
    }

    private static byte[] body(Answer answer, Optional<byte[]> kept) {
        if (answer.status() == OK) {
            return answer.body();
        }
        if (answer.status() == UNCHANGED && kept.isPresent()) {
            return kept.get();
        }
        if (answer.status() == NOT_FOUND) {
            throw new Refusal(
                    "device.unknown",
                    "The server does not know this device any more; log on again with: bootloader enroll",
                    Exit.NOT_FOUND);
        }
        throw answer.refusal("the question for the bundle");
    }

    private static String etag(byte[] body) {
        return Sha256.hex(body).substring(0, ETAG_DIGITS);
    }
}
