package dev.slipway.core.polling;

import dev.slipway.bootloader.protocol.polling.PollingPlan;
import java.time.Duration;
import java.time.LocalTime;

/**
 * What one device gets out of a plan that is spread over many ({@code docs/reference/polling.md}, "Spread plans").
 *
 * @param lasting the rule that it keeps
 * @param wave how long after the plan was given out it takes the lasting rule up, polling once in this distance before;
 *     zero for at once
 */
record OwnPlan(PollingPlan lasting, Duration wave) {
    /** Own periods of {@code rel} are at most this share off, in polls per second. */
    static final double RATE_SPREAD = 0.10;
    /** A device's own window of {@code rnd}: long enough for seconds to be drawn, short against a day. */
    static final int WINDOW_MINUTES = 10;

    /** Steps of the drawn rate: fine enough for the longest period to differ by seconds. */
    private static final long STEPS = 1L << 30;

    static OwnPlan of(PollingPlan plan, Chance chance) {
        return switch (plan.mode()) {
            case REL -> new OwnPlan(PollingPlan.rel(ownPeriod(plan, chance)), Duration.ZERO);
            case ABS -> new OwnPlan(PollingPlan.abs(ownMinute(plan, chance, 0)), Duration.ZERO);
            case RND -> plan.drawnWithinPeriod() ? new OwnPlan(plan, Duration.ZERO) : ownWindow(plan, chance);
        };
    }

    /**
     * The rate is drawn evenly, not the period: so the mean of all rates stays that of the plan, and after k periods
     * the phases of devices that began together lie evenly over 2 k {@link #RATE_SPREAD} periods.
     */
    private static Duration ownPeriod(PollingPlan plan, Chance chance) {
        double offset = 2.0 * chance.below("own rel", STEPS) / STEPS - 1;
        long seconds = Math.round(plan.period().toSeconds() / (1 + RATE_SPREAD * offset));
        return Duration.ofSeconds(
                Math.clamp(seconds, PollingPlan.PERIOD_MIN.toSeconds(), PollingPlan.PERIOD_MAX.toSeconds()));
    }

    private static OwnPlan ownWindow(PollingPlan plan, Chance chance) {
        LocalTime opens = ownMinute(plan, chance, WINDOW_MINUTES);
        int minutes = Math.min(WINDOW_MINUTES, windowMinutes(plan) - 1);
        PollingPlan lasting = PollingPlan.rnd(plan.period(), opens, opens.plusMinutes(minutes));
        return new OwnPlan(lasting, plan.days() > 1 ? wave(plan, chance) : Duration.ZERO);
    }

    /** Evenly over the days of a period: who comes back then begins to count days from there. */
    private static Duration wave(PollingPlan plan, Chance chance) {
        long least = PollingPlan.PERIOD_MIN.toSeconds();
        return Duration.ofSeconds(least + chance.below("own wave", plan.days() * PollingPlan.DAY.toSeconds() - least));
    }

    /** A minute of the plan's window at which {@code length} minutes still fit into it. */
    private static LocalTime ownMinute(PollingPlan plan, Chance chance, int length) {
        int starts = Math.max(1, windowMinutes(plan) - length);
        return plan.time().plusMinutes(chance.below("own minute", starts));
    }

    /** Both ends included; equal ends are one minute. */
    private static int windowMinutes(PollingPlan plan) {
        return Math.toIntExact((plan.windowSeconds() + 59) / 60);
    }
}
