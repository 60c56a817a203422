package dev.slipway.admin.cli.simulate;

import dev.slipway.admin.cli.simulate.World.Answer;
import dev.slipway.core.polling.FleetSimulation.Arrivals;
import java.time.Duration;

/** What came of one part. Rates are over the time in which phones asked. */
final class Tally {
    private static final double NANOS = 1e9;

    private final String part;
    private final Arrivals asked;
    private final Latencies latencies = new Latencies();
    private final Counts counts = new Counts();
    private final long end;

    private long goodInTime;
    private double seconds;
    private double cpuSeconds = Double.NaN;

    Tally(String part, Duration length) {
        this.part = part;
        this.asked = new Arrivals(Math.toIntExact(length.toSeconds()) + 1);
        this.end = length.toNanos();
    }

    /** How often each was answered. */
    static final class Counts {
        private long whole;
        private long notModified;
        private long refused;
        private long silent;
        private long other;

        private void count(Answer answer) {
            if (answer.isWhole()) {
                whole++;
            } else if (answer.isNotModified()) {
                notModified++;
            } else if (answer.isRefusal()) {
                refused++;
            } else if (answer.status() == 0) {
                silent++;
            } else {
                other++;
            }
        }

        /** Files. */
        long whole() {
            return whole;
        }

        /** "You have it". */
        long notModified() {
            return notModified;
        }

        /** "Not now". */
        long refused() {
            return refused;
        }

        /** No connection, or no answer in time. */
        long silent() {
            return silent;
        }

        /** What no phone can use, such as the 404 of an unknown address. */
        long other() {
            return other;
        }

        long good() {
            return whole + notModified;
        }

        long all() {
            return good() + refused + silent + other;
        }
    }

    void asked(long at) {
        asked.count(at / NANOS);
    }

    void answered(Answer answer, long at, long took) {
        counts.count(answer);
        if (answer.isGood()) {
            latencies.count(took);
            goodInTime += at <= end ? 1 : 0;
        }
    }

    /** Phones asked no more from then on. */
    void ended(long at) {
        seconds = Math.max(1, at) / NANOS;
    }

    /** CPU time that the server's process took meanwhile. */
    void cpu(double spentSeconds) {
        cpuSeconds = spentSeconds;
    }

    String part() {
        return part;
    }

    Counts counts() {
        return counts;
    }

    Latencies latencies() {
        return latencies;
    }

    double seconds() {
        return seconds;
    }

    /** Requests per second. */
    double mean() {
        return asked.total() / seconds;
    }

    /** Requests in the fullest second. */
    long peak() {
        return asked.peak(1);
    }

    /** Answers per second that phones can use, of those that came while phones asked. */
    double goodput() {
        return goodInTime / seconds;
    }

    /** CPU seconds of the server's process; NaN when they were not measured. */
    double cpuSeconds() {
        return cpuSeconds;
    }
}
