package dev.slipway.core.polling;

import dev.slipway.bootloader.protocol.polling.PollingPlan;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The demand of a plan by formula; each stands in {@code docs/reference/polling.md}, "Forecast", with its source, and
 * is tested against the simulation.
 *
 * <p>Independent moments make a Poisson process: with mean rate r, the fullest of S seconds has about
 * r + sqrt(2 r ln S) requests (the upper tail of a normal distribution; good from r = 5 on, below it real peaks are
 * higher).
 */
public final class Forecast {
    private static final double DAY = PollingPlan.DAY.toSeconds();
    /** After so long a herd that asks in step is shown to the reader once more: crystals do little against it. */
    private static final int LATER_DAYS = 30;

    private final Conditions conditions;

    /**
     * What a forecast assumes of devices.
     *
     * @param bootSpread standard deviation in seconds of the moments at which devices ask after a power cut
     * @param clockError standard deviation in seconds of their wall clocks
     * @param driftPpm standard deviation of the rates of their clocks, in millionths; crystals have 20 to 100
     */
    public record Conditions(double bootSpread, double clockError, double driftPpm) {
        /** Phones of one kind behind one clock, set by NTP. */
        public static final Conditions USUAL = new Conditions(20, 1, 20);

        public Conditions {
            if (!(bootSpread > 0 && clockError > 0 && driftPpm >= 0)) {
                throw new IllegalArgumentException("spreads are above 0: " + bootSpread + " " + clockError);
            }
        }
    }

    /** Forecasts for devices as {@code conditions} say. */
    public Forecast(Conditions conditions) {
        this.conditions = conditions;
    }

    /** What {@code devices} ask that follow {@code fleet}. */
    public Demand of(FleetPlan fleet, long devices) {
        PollingPlan plan = fleet.plan();
        return switch (plan.mode()) {
            case REL -> fleet.spread() ? even(devices, devices / seconds(plan)) : inStep(plan, devices);
            case ABS -> fleet.spread() ? ownMinutes(fleet, devices) : oneMoment(plan, devices);
            case RND ->
                plan.drawnWithinPeriod() ? even(devices, 2.0 * devices / (seconds(plan) + 1)) : window(fleet, devices);
        };
    }

    /** Most requests in one of {@code seconds} seconds at a mean of {@code rate} per second. */
    static double fullest(double rate, double seconds) {
        return rate + Math.sqrt(2 * rate * Math.log(Math.max(seconds, Math.E)));
    }

    private static Demand even(long devices, double rate) {
        return new Demand(devices, DayCurve.flat(rate), DayCurve.flat(fullest(rate, DAY)), List.of());
    }

    /** Who began together stays together: only clocks that run unequally part them. */
    private Demand inStep(PollingPlan plan, long devices) {
        double first = devices * herd(conditions.bootSpread());
        double drift = LATER_DAYS * DAY * conditions.driftPpm() / 1e6;
        double later = devices * herd(Math.hypot(conditions.bootSpread(), drift));
        double rate = devices / seconds(plan);
        String warning = String.format(
                Locale.ROOT,
                "rel with one period for all: after a power cut %d devices ask together, %.0f in one second, and"
                        + " %d days later still %.0f (flat: %.1f); spread the plan, or use rnd",
                devices,
                first,
                LATER_DAYS,
                later,
                rate);
        return new Demand(
                devices, DayCurve.flat(rate), DayCurve.flat(Math.max(first, fullest(rate, DAY))), List.of(warning));
    }

    /** Spread by more than a second the density counts, by less the share of a second. */
    private static double herd(double sigma) {
        return Math.min(Normal.fullestSecond(sigma), 1);
    }

    private Demand oneMoment(PollingPlan plan, long devices) {
        double peak = devices * Normal.secondBesideMean(conditions.clockError());
        int minute = plan.time().toSecondOfDay() / 60;
        String warning = String.format(
                Locale.ROOT,
                "abs at %s for all: %d devices ask in one minute, %.0f of them in one second (flat: %.1f); spread the"
                        + " plan, or use rnd with a window",
                plan.time(),
                devices,
                peak,
                devices / DAY);
        return new Demand(
                devices,
                DayCurve.within(minute, 1, devices / 60.0),
                DayCurve.within(minute, 1, peak),
                List.of(warning));
    }

    /** A minute of its own for each device still puts a sixtieth of the day's requests into one of 60 seconds. */
    private Demand ownMinutes(FleetPlan fleet, long devices) {
        int minutes = Math.toIntExact((fleet.plan().windowSeconds() + 59) / 60);
        double perMinute = (double) devices / minutes;
        double peak = fullest(perMinute * Normal.secondBesideMean(conditions.clockError()), minutes);
        int first = fleet.plan().time().toSecondOfDay() / 60;
        return new Demand(
                devices,
                DayCurve.within(first, minutes, perMinute / 60),
                DayCurve.within(first, minutes, peak),
                List.of());
    }

    private static Demand window(FleetPlan fleet, long devices) {
        long days = fleet.plan().days();
        double seconds = fleet.plan().windowSeconds();
        double rate = devices / seconds / (fleet.spread() ? days : 1);
        int first = fleet.plan().time().toSecondOfDay() / 60;
        int minutes = (int) Math.ceil(seconds / 60);
        double peak = fullest(rate, seconds * days);
        return new Demand(
                devices,
                DayCurve.within(first, minutes, rate),
                DayCurve.within(first, minutes, peak),
                sameDay(fleet, devices, peak).stream().toList());
    }

    private static Optional<String> sameDay(FleetPlan fleet, long devices, double peak) {
        long days = fleet.plan().days();
        return fleet.spread() || days == 1
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "rnd of %d days counts from the day after it was set: set on one day, all %d devices ask on the"
                                + " same day of %d, %.0f in one second; spread the plan",
                        days,
                        devices,
                        days,
                        peak));
    }

    private static double seconds(PollingPlan plan) {
        return plan.period().toSeconds();
    }
}
