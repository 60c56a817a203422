package dev.slipway.bootloader.protocol;

import dev.slipway.bootloader.protocol.json.Json;
import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.JsonObject;
import dev.slipway.bootloader.protocol.json.Words;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One thing that happened on the device.
 *
 * @param sequence from 1, rises by one with every event of the device, so that a report that was sent twice counts once
 * @param at by the device's clock
 * @param bundleVersion which bundle was being brought; 0 before the first
 * @param subject which release, when it was about one
 * @param step what was done
 * @param outcome how it went
 */
public record ReportEvent(
        long sequence, Instant at, long bundleVersion, Optional<Subject> subject, Step step, Outcome outcome) {
    private static final int DETAIL_MAX = 2000;

    /** The same event under another number. */
    public ReportEvent at(long other) {
        return new ReportEvent(other, at, bundleVersion, subject, step, outcome);
    }

    /** Which release an event is about. */
    public record Subject(String application, String release) {}

    /** How it went, with a sentence for people; a detail of more than 2,000 characters is cut. */
    public record Outcome(State state, Optional<String> detail) {
        public Outcome {
            detail = detail.map(text -> text.length() <= DETAIL_MAX ? text : cut(text));
        }

        private static String cut(String text) {
            return text.substring(
                    0, Character.isHighSurrogate(text.charAt(DETAIL_MAX - 1)) ? DETAIL_MAX - 1 : DETAIL_MAX);
        }
    }

    /** What was done. */
    public enum Step {
        LOGON,
        DOWNLOAD,
        VERIFY,
        REMOVE,
        INSTALL,
        CONFIGURE,
        ROLLBACK,
        POLL,
        UNENROLL
    }

    /** How far it came. */
    public enum State {
        STARTED,
        PROGRESS,
        DONE,
        FAILED
    }

    public ReportEvent {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        if (sequence < 1 || bundleVersion < 0) {
            throw new IllegalArgumentException("events are counted from 1 and bundle versions from 0");
        }
    }

    static ReportEvent from(JsonAt at) {
        return at.read(
                "an event",
                () -> new ReportEvent(
                        at.get("seq").whole(),
                        at.get("at").instant(),
                        at.get("bundle_version").whole(),
                        at.find("application")
                                .map(application -> new Subject(
                                        application.text(), at.get("release").text())),
                        at.get("step").choice(Step.class),
                        new Outcome(
                                at.get("state").choice(State.class),
                                at.find("detail").map(JsonAt::text))));
    }

    JsonObject toJson() {
        return JsonObject.EMPTY
                .with("seq", sequence)
                .with("at", at.toString())
                .with("bundle_version", bundleVersion)
                .withOptional("application", subject.map(Subject::application).map(Json::of))
                .withOptional("release", subject.map(Subject::release).map(Json::of))
                .with("step", Words.of(step))
                .with("state", Words.of(outcome.state()))
                .withOptional("detail", outcome.detail().map(Json::of));
    }
}
