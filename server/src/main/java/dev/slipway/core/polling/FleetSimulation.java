package dev.slipway.core.polling;

import dev.slipway.bootloader.protocol.polling.PollingPlan;
import java.util.random.RandomGenerator;

/**
 * Lets a fleet follow a plan, device by device, with unequal boots, clocks and crystals, and counts when it asks. Times
 * are seconds since midnight before the first boot, by a clock that is right; wall clocks show UTC.
 *
 * <p>A device's moments follow {@code NextPoll}: draws come from the generator instead of its identity, and nothing is
 * ever missed.
 */
public final class FleetSimulation {
    private static final double DAY = PollingPlan.DAY.toSeconds();
    private static final double BOOT = 10 * 3600.0;

    private final Scenario scenario;
    private final RandomGenerator random;
    private final Chance chance;
    private final Arrivals arrivals;
    private final double opens;
    private final double closes;

    private FleetSimulation(Scenario scenario, RandomGenerator random) {
        this.scenario = scenario;
        this.random = random;
        this.chance = (purpose, bound) -> random.nextLong(bound);
        this.arrivals = new Arrivals(Math.toIntExact(scenario.length().toSeconds()));
        this.opens = BOOT + scenario.from().toSeconds();
        this.closes = opens + scenario.length().toSeconds();
    }

    /** Requests, counted by second of an observed time. */
    public static final class Arrivals {
        private final int[] bySecond;
        private long total;

        /** Of an observed time of so many seconds. */
        public Arrivals(int seconds) {
            this.bySecond = new int[seconds];
        }

        /** Counts one, when it falls into the observed time. */
        public void count(double second) {
            if (second >= 0 && second < bySecond.length) {
                bySecond[(int) second]++;
                total++;
            }
        }

        /** All of them. */
        public long total() {
            return total;
        }

        /** Requests per second, on average. */
        public double mean() {
            return (double) total / bySecond.length;
        }

        /** Most in any {@code width} seconds on end, wherever they begin. */
        public long peak(int width) {
            long inside = 0;
            long most = 0;
            for (int second = 0; second < bySecond.length; second++) {
                inside += bySecond[second] - (second >= width ? bySecond[second - width] : 0);
                most = Math.max(most, inside);
            }
            return most;
        }
    }

    /** Runs it; equal generators give equal counts. */
    public static Arrivals run(Scenario scenario, RandomGenerator random) {
        var simulation = new FleetSimulation(scenario, random);
        for (int i = 0; i < scenario.devices(); i++) {
            simulation.device();
        }
        return simulation.arrivals;
    }

    private void device() {
        double boot = BOOT
                + 5 * scenario.conditions().bootSpread()
                + random.nextGaussian() * scenario.conditions().bootSpread();
        double pace = 1 + random.nextGaussian() * scenario.conditions().driftPpm() / 1e6;
        OwnPlan own = scenario.plan().own(chance);
        count(boot);
        if (own.wave().isPositive()) {
            double back = boot + own.wave().toSeconds() * pace;
            count(back);
            follow(own.lasting(), back, pace);
        } else {
            follow(own.lasting(), boot, pace);
        }
    }

    private void follow(PollingPlan plan, double from, double pace) {
        switch (plan.mode()) {
            case REL -> everyPeriod(from, plan.period().toSeconds() * pace);
            case ABS -> onDays(Math.floor(from / DAY), 1, plan);
            case RND -> {
                if (plan.drawnWithinPeriod()) {
                    drawn(from, plan.period().toSeconds());
                } else {
                    onDays(Math.floor(from / DAY) + 1, plan.days(), plan);
                }
            }
        }
    }

    /** Polls before the observed time are passed over in one step. */
    private void everyPeriod(double from, double period) {
        double first = Math.max(1, Math.floor((opens - from) / period));
        for (double at = from + first * period; at < closes; at += period) {
            count(at);
        }
    }

    private void drawn(double from, long period) {
        for (double at = from + 1 + random.nextLong(period); at < closes; at += 1 + random.nextLong(period)) {
            count(at);
        }
    }

    /** In the window of every {@code step}th day from {@code first} on; a past one does not count. */
    private void onDays(double first, long step, PollingPlan plan) {
        double error = random.nextGaussian() * scenario.conditions().clockError();
        double from = plan.time().toSecondOfDay() - error;
        long length =
                Math.floorMod(plan.timeRandomEnd().toSecondOfDay() - plan.time().toSecondOfDay(), (long) DAY) + 1;
        double day = first + step * Math.max(0, Math.floor((opens / DAY - 2 - first) / step));
        for (double midnight = day * DAY; midnight < closes; midnight += step * DAY) {
            count(midnight + from + (length == 1 ? 0 : random.nextLong(length)));
        }
    }

    private void count(double at) {
        arrivals.count(at - opens);
    }
}
