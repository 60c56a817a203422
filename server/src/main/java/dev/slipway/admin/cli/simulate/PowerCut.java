package dev.slipway.admin.cli.simulate;

import dev.slipway.admin.cli.simulate.World.Answer;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalLong;

/** All phones start anew, unequally fast, and ask until they are served. */
final class PowerCut implements Part {
    /** What is not served by then never will be. */
    private static final Duration LENGTH = Duration.ofHours(1);

    /** Few start earlier than so many standard deviations before most; those that would start at once. */
    private static final int BEFORE_DEVIATIONS = 3;

    private static final double NANOS = 1e9;

    private final Taking taking;
    private final double bootSpread;
    private final long[] boots;

    private long requests;
    private long served;
    private long lastServed;

    /** A power cut of so many phones. */
    PowerCut(Taking taking, double bootSpread, int phones) {
        this.taking = taking;
        this.bootSpread = bootSpread;
        this.boots = new long[phones];
    }

    @Override
    public String name() {
        return "power cut";
    }

    @Override
    public Duration length() {
        return LENGTH;
    }

    @Override
    public OptionalLong first(int index, Phone phone) {
        double seconds = bootSpread * (BEFORE_DEVIATIONS + taking.random().nextGaussian());
        boots[index] = Math.max(0, (long) (seconds * NANOS));
        return OptionalLong.of(boots[index]);
    }

    @Override
    public OptionalLong afterAnswer(Phone phone, Answer answer, long now) {
        requests++;
        if (taking.isInsisting(phone, answer, now)) {
            return OptionalLong.of(now + taking.patience(phone, answer));
        }
        if (answer.isGood()) {
            served++;
            lastServed = now;
        }
        return OptionalLong.empty();
    }

    /** How many were served. */
    long served() {
        return served;
    }

    /** How often a phone had to ask, on average. */
    double requestsPerDevice() {
        return (double) requests / boots.length;
    }

    /** From the first request to the last answer. */
    double drainedSeconds() {
        return Math.max(0, lastServed - firstBoot()) / NANOS;
    }

    /**
     * The same in a server that answers {@code capacity} a second, one after the other, and lets nobody go away: a
     * queue that is never empty while somebody waits is never late.
     */
    double idealSeconds(double capacity) {
        long[] sorted = boots.clone();
        Arrays.sort(sorted);
        double free = 0;
        for (long boot : sorted) {
            free = Math.max(free, boot / NANOS) + 1 / capacity;
        }
        return free - firstBoot() / NANOS;
    }

    private long firstBoot() {
        return Arrays.stream(boots).min().orElse(0);
    }
}
