package dev.slipway.core.polling;

import dev.slipway.base.fleet.Refusal;
import java.time.Duration;

/**
 * All devices ask at one moment, ten in the morning of the first day: power came back, and what they get there is a
 * plan that has just been given out. From then on they follow it.
 *
 * @param devices 1 to {@value #DEVICES_MAX}
 * @param from how long after that moment observation begins
 * @param length how long it lasts, 1 second to 31 days
 */
public record Scenario(FleetPlan plan, int devices, Forecast.Conditions conditions, Duration from, Duration length) {
    /** Their state takes some hundred megabytes. */
    public static final int DEVICES_MAX = 10_000_000;

    private static final Duration LENGTH_MAX = Duration.ofDays(31);
    private static final Duration FROM_MAX = Duration.ofDays(366);
    /** About two seconds of one core; more is a mistake in the wish. */
    private static final double POLLS_MAX = 4e8;

    /** Refuses {@code polling.scenario} what is too large to be computed while somebody waits. */
    public Scenario {
        if (devices < 1 || devices > DEVICES_MAX) {
            throw new Refusal("polling.scenario", "A simulation has 1 to " + DEVICES_MAX + " devices.");
        }
        if (from.isNegative()
                || from.compareTo(FROM_MAX) > 0
                || length.compareTo(LENGTH_MAX) > 0
                || length.toSeconds() < 1) {
            throw new Refusal(
                    "polling.scenario", "Observation begins within 366 days and lasts from one second to 31 days.");
        }
        if (2.0 * devices * length.plus(from).toSeconds() / plan.plan().period().toSeconds() > POLLS_MAX) {
            throw new Refusal(
                    "polling.scenario", "So many polls are not simulated: take fewer devices or a shorter time.");
        }
    }
}
