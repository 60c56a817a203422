package dev.slipway.core.polling;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Requests per second over the minutes of one day, on the devices' own clocks. */
final class DayCurve {
    /** Minutes of a day. */
    static final int MINUTES = 24 * 60;

    private final double[] perSecond;

    private DayCurve(double[] perSecond) {
        this.perSecond = perSecond;
    }

    /** The same all day. */
    static DayCurve flat(double perSecond) {
        double[] minutes = new double[MINUTES];
        Arrays.fill(minutes, perSecond);
        return new DayCurve(minutes);
    }

    /** {@code perSecond} in {@code length} minutes from {@code first} on, over midnight when they reach it; else 0. */
    static DayCurve within(int first, int length, double perSecond) {
        double[] minutes = new double[MINUTES];
        for (int i = 0; i < Math.min(length, MINUTES); i++) {
            minutes[(first + i) % MINUTES] = perSecond;
        }
        return new DayCurve(minutes);
    }

    /** Both together. */
    DayCurve plus(DayCurve other) {
        double[] both = new double[MINUTES];
        Arrays.setAll(both, minute -> perSecond[minute] + other.perSecond[minute]);
        return new DayCurve(both);
    }

    /** Requests per second in a minute of the day, 0 to 1439. */
    double at(int minute) {
        return perSecond[minute];
    }

    /** The busiest minute's. */
    double max() {
        return DoubleStream.of(perSecond).max().orElse(0);
    }

    /** Over the whole day. */
    double mean() {
        return DoubleStream.of(perSecond).sum() / MINUTES;
    }

    /** One number a minute. */
    List<Double> minutes() {
        return DoubleStream.of(perSecond).boxed().collect(Collectors.toUnmodifiableList());
    }
}
