package dev.slipway.core.polling;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.bootloader.protocol.polling.PollingPlan;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;

/**
 * What an administrator wants of a plan.
 *
 * @param devices how many will follow it
 * @param budget what the server may be asked
 * @param freshness how old what a device has may become at most, 1 minute to 366 days
 * @param mode empty for whichever suits
 * @param window when devices may ask, on their own clocks
 */
public record Wish(long devices, Budget budget, Duration freshness, Optional<PollingPlan.Mode> mode, Window window) {
    private static final Duration FRESHNESS_MIN = Duration.ofMinutes(1);

    /**
     * Refuses {@code polling.wish} what cannot be planned.
     */
    public Wish {
        if (devices < 1) {
            throw new Refusal("polling.wish", "A plan is made for at least one device; there is none to plan for.");
        }
        if (freshness.compareTo(FRESHNESS_MIN) < 0 || freshness.compareTo(PollingPlan.PERIOD_MAX) > 0) {
            throw new Refusal("polling.wish", "Freshness is a time from one minute to 366 days.");
        }
    }

    /**
     * What the server may be asked.
     *
     * @param capacity answers per second that it can give, as measured
     * @param share of the capacity that polls may take, above 0 and at most 1; the rest is for log-ons,
     *     downloads, people
     */
    public record Budget(double capacity, double share) {
        /** A tenth: after an outage there must be room to catch up. */
        public static final double SHARE_USUAL = 0.10;

        /** Refuses {@code polling.wish} what cannot be planned. */
        public Budget {
            if (!(capacity > 0) || !(share > 0 && share <= 1)) {
                throw new Refusal("polling.wish", "Capacity is above 0 answers per second, the share above 0 up to 1.");
            }
        }

        /** Polls per second. */
        double pollsPerSecond() {
            return capacity * share;
        }
    }

    /** A time of day, both ends included; an end before its start means after midnight. */
    public record Window(LocalTime from, LocalTime to) {
        /** At any time. */
        public static final Window DAY = new Window(LocalTime.MIN, LocalTime.of(23, 59));

        /** Refuses {@code polling.wish} times with seconds, which devices do not know. */
        public Window {
            if (from.getSecond() + from.getNano() + to.getSecond() + to.getNano() > 0) {
                throw new Refusal("polling.wish", "A window has two times of day such as 22:00 and 06:00.");
            }
        }
    }
}
