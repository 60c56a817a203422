package dev.slipway.bootloader.home;

import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.JsonObject;
import dev.slipway.bootloader.protocol.trust.BundleCheck.Accepted;
import dev.slipway.bootloader.protocol.trust.Envelope;
import dev.slipway.bootloader.protocol.trust.TrustedRoot;
import java.time.Instant;
import java.util.Optional;

/**
 * Everything that must outlive a crash, in one file that is replaced as a whole.
 *
 * @param enrollment none before log-on and after unenrollment
 * @param root the newest root believed; it stays, so that a false server cannot make the device forget
 * @param accepted the bundle accepted last: nothing older is accepted again
 * @param polls when it asks
 * @param software what it installed
 */
public record State(
        Optional<Enrollment> enrollment,
        Optional<TrustedRoot> root,
        Optional<Accepted> accepted,
        Polls polls,
        Software software) {
    private static final int FORMAT = 1;

    static State fresh(Instant now) {
        return new State(Optional.empty(), Optional.empty(), Optional.empty(), Polls.fresh(now), Software.NONE);
    }

    /** Enrolled anew; what another identity accepted no longer counts. */
    public State enrolled(Enrollment as, TrustedRoot believed) {
        boolean same = enrollment.map(Enrollment::device).equals(Optional.of(as.device()));
        return new State(Optional.of(as), Optional.of(believed), same ? accepted : Optional.empty(), polls, software);
    }

    /** Without a portal; the software stays. */
    public State unenrolled() {
        return new State(Optional.empty(), root, Optional.empty(), polls.due(Optional.empty()), software);
    }

    /** Believing a newer root. */
    public State believing(TrustedRoot newer) {
        return new State(enrollment, Optional.of(newer), accepted, polls, software);
    }

    /** Having accepted a bundle. */
    public State accepted(Accepted bundle) {
        return new State(enrollment, root, Optional.of(bundle), polls, software);
    }

    /** With other polls. */
    public State with(Polls other) {
        return new State(enrollment, root, accepted, other, software);
    }

    /** With other software. */
    public State with(Software other) {
        return new State(enrollment, root, accepted, polls, other);
    }

    static State from(JsonAt at) {
        at.get("format").whole(FORMAT, FORMAT);
        return new State(
                at.find("enrollment").map(Enrollment::from),
                at.find("root").map(Envelope::from).map(TrustedRoot::stored),
                at.find("accepted")
                        .map(bundle -> new Accepted(
                                bundle.get("version").whole(),
                                bundle.get("content").text())),
                Polls.from(at.get("polls")),
                Software.from(at.get("software")));
    }

    JsonObject toJson() {
        return JsonObject.EMPTY
                .with("format", FORMAT)
                .withOptional("enrollment", enrollment.map(Enrollment::toJson))
                .withOptional("root", root.map(known -> known.envelope().toJson()))
                .withOptional("accepted", accepted.map(bundle -> JsonObject.EMPTY
                        .with("version", bundle.version())
                        .with("content", bundle.contentHash())))
                .with("polls", polls.toJson())
                .with("software", software.toJson());
    }
}
