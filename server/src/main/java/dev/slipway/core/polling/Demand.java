package dev.slipway.core.polling;

import java.util.ArrayList;
import java.util.List;

/**
 * What a plan asks of the server, by formula ({@code docs/reference/polling.md}, "Forecast").
 *
 * @param devices how many follow it
 * @param mean requests per second over the minutes of a day, of a plan of several days on its fullest day
 * @param peak most requests in one second of each minute that are to be expected in normal operation
 * @param warnings what an administrator should change, each with its number
 */
public record Demand(long devices, DayCurve mean, DayCurve peak, List<String> warnings) {
    /** No devices, no requests. */
    public static final Demand NONE = new Demand(0, DayCurve.flat(0), DayCurve.flat(0), List.of());

    public Demand {
        warnings = List.copyOf(warnings);
    }

    /** Requests per second over the whole day. */
    public double average() {
        return mean.mean();
    }

    /** Requests per second in the busiest minute. */
    public double busiestMinute() {
        return mean.max();
    }

    /** Requests in the fullest second that is to be expected. */
    public double fullestSecond() {
        return peak.max();
    }

    /** The mean of each minute, from midnight on the devices' clocks. */
    public List<Double> minutes() {
        return mean.minutes();
    }

    /** The same demand of none, for devices that do not ask. */
    public static Demand silent(long devices) {
        return new Demand(devices, NONE.mean, NONE.peak, List.of());
    }

    /** Both together; peaks are added, as if they fell into the same second, so the sum is an upper bound. */
    public Demand plus(Demand other) {
        List<String> both = new ArrayList<>(warnings);
        both.addAll(other.warnings);
        return new Demand(devices + other.devices, mean.plus(other.mean), peak.plus(other.peak), both);
    }
}
