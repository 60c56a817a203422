package dev.slipway.bootloader.protocol.polling;

import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.JsonObject;
import dev.slipway.bootloader.protocol.json.Words;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/**
 * How often a device asks. A device without a plan does not poll: off is the absence of a plan, and the default.
 *
 * @param mode which of the three rules
 * @param period whole seconds, 10 s to 366 days; {@link Mode#ABS} keeps it and does not look at it
 * @param time local time of day, whole minutes; {@link Mode#ABS}, and {@link Mode#RND} from one day on
 * @param timeRandomEnd last moment of the window that {@link Mode#RND} draws from; earlier than {@code time} means the
 *     window crosses midnight
 */
public record PollingPlan(Mode mode, Duration period, LocalTime time, LocalTime timeRandomEnd) {
    /** Shorter periods are a mistake or an attack; snom's own example of 20 s stays possible. */
    public static final Duration PERIOD_MIN = Duration.ofSeconds(10);
    /** A device that asks less than once a year is not kept current. */
    public static final Duration PERIOD_MAX = Duration.ofDays(366);

    /** From this period on {@link Mode#RND} counts days. */
    public static final Duration DAY = Duration.ofDays(1);

    /** The rule; the words on the wire are the lower-case names, as snom and Gigaset spell them. */
    public enum Mode {
        /** Every {@code period}, counted from the last poll. */
        REL,
        /** Every day at {@code time}. */
        ABS,
        /** At drawn moments: within each period below a day, within a window of every Nth day otherwise. */
        RND
    }

    public PollingPlan {
        if (period.compareTo(PERIOD_MIN) < 0 || period.compareTo(PERIOD_MAX) > 0 || !wholeSeconds(period)) {
            throw new IllegalArgumentException("polling period must be whole seconds from 10 to 31622400: " + period);
        }
        if (!wholeMinute(time) || !wholeMinute(timeRandomEnd)) {
            throw new IllegalArgumentException("polling times are HH:MM: " + time + " " + timeRandomEnd);
        }
    }

    /** Every {@code period}. */
    public static PollingPlan rel(Duration period) {
        return new PollingPlan(Mode.REL, period, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    }

    /** Every day at {@code time}. */
    public static PollingPlan abs(LocalTime time) {
        return new PollingPlan(Mode.ABS, DAY, time, time);
    }

    /** Drawn; both times count only from a period of exactly one day on. */
    public static PollingPlan rnd(Duration period, LocalTime time, LocalTime timeRandomEnd) {
        return new PollingPlan(Mode.RND, period, time, timeRandomEnd);
    }

    /** The plan in a document. */
    public static PollingPlan from(JsonAt at) {
        return at.read(
                "a polling plan",
                () -> new PollingPlan(
                        at.get("mode").choice(Mode.class),
                        Duration.ofSeconds(at.get("period_seconds").whole()),
                        LocalTime.parse(at.get("time").text()),
                        LocalTime.parse(at.get("time_rnd_end").text())));
    }

    /** The plan as a document holds it. */
    public JsonObject toJson() {
        return JsonObject.EMPTY
                .with("mode", Words.of(mode))
                .with("period_seconds", period.toSeconds())
                .with("time", time.toString())
                .with("time_rnd_end", timeRandomEnd.toString());
    }

    /** The period in days, rounded up. */
    public long days() {
        return period.plus(DAY).minusSeconds(1).toDays();
    }

    /** Seconds from {@code time} to {@code timeRandomEnd}, both included; an earlier end is after midnight. */
    public long windowSeconds() {
        return Math.floorMod(Duration.between(time, timeRandomEnd).toSeconds(), DAY.toSeconds()) + 1;
    }

    /** Whether the drawn moment lies anywhere within the period, not in a window of a day. */
    public boolean drawnWithinPeriod() {
        return mode == Mode.RND && period.compareTo(DAY) < 0;
    }

    private static boolean wholeSeconds(Duration period) {
        return period.truncatedTo(ChronoUnit.SECONDS).equals(period);
    }

    private static boolean wholeMinute(LocalTime time) {
        return time.truncatedTo(ChronoUnit.MINUTES).equals(time);
    }
}
