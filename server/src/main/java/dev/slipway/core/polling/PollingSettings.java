package dev.slipway.core.polling;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.bootloader.protocol.polling.PollingPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the polling plan of a device from its settings; off unless {@code polling.enabled} says otherwise
 * ({@code docs/reference/polling.md}).
 *
 * @param values key to value, such as {@code polling.mode} to {@code rnd}; other keys are not looked at
 */
public record PollingSettings(Map<String, String> values) {
    /** What all keys of a plan begin with. */
    public static final String PREFIX = "polling.";

    private static final String ENABLED = "polling.enabled";
    private static final String MODE = "polling.mode";
    private static final String PERIOD = "polling.period_seconds";
    private static final String TIME = "polling.time";
    private static final String TIME_RND_END = "polling.time_rnd_end";
    private static final String SPREAD = "polling.spread";
    private static final String SINCE = "polling.since";

    public PollingSettings {
        values = Map.copyOf(values);
    }

    /**
     * What the device of this identity must follow at {@code now}; empty when polling is off, whatever the other values
     * are.
     *
     * @throws Refusal {@code polling.invalid}, when the mode lacks a value that it needs or a value is none of its kind
     */
    public Optional<FleetPlan.Handed> of(String identity, Instant now) {
        return fleet().map(plan -> plan.of(identity, now));
    }

    /**
     * The values for this device alone at {@code now}, as {@link #writing} writes them: its own of a spread plan, and
     * off
     * when polling is off; throws as {@link #of}.
     */
    public SortedMap<String, String> handed(String identity, Instant now) {
        return of(identity, now)
                .map(handed -> writing(FleetPlan.plain(handed.plan())))
                .orElseGet(PollingSettings::writingOff);
    }

    /** The plan that all devices with these values share; empty when polling is off; throws as {@link #of}. */
    public Optional<FleetPlan> fleet() {
        if (!Boolean.parseBoolean(values.getOrDefault(ENABLED, "false"))) {
            return Optional.empty();
        }
        boolean spread = Boolean.parseBoolean(values.getOrDefault(SPREAD, "false"));
        return Optional.of(new FleetPlan(enabled(spread), spread, spread ? since() : Instant.EPOCH));
    }

    /** The values that make devices follow {@code plan}: what {@link #fleet} reads. */
    public static SortedMap<String, String> writing(FleetPlan fleet) {
        PollingPlan plan = fleet.plan();
        SortedMap<String, String> values = new TreeMap<>(Map.of(
                ENABLED, "true",
                MODE, plan.mode().name().toLowerCase(Locale.ROOT),
                PERIOD, Long.toString(plan.period().toSeconds()),
                TIME, plan.time().toString(),
                TIME_RND_END, plan.timeRandomEnd().toString(),
                SPREAD, Boolean.toString(fleet.spread())));
        if (fleet.spread()) {
            values.put(SINCE, fleet.since().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        return values;
    }

    /** The value that ends polling. It must be written: a device keeps a plan that is only left out. */
    public static SortedMap<String, String> writingOff() {
        return new TreeMap<>(Map.of(ENABLED, "false"));
    }

    private PollingPlan enabled(boolean spread) {
        String mode = required(MODE, "of rel, abs and rnd");
        try {
            return switch (mode) {
                case "rel" -> PollingPlan.rel(period("of mode rel"));
                case "abs" -> daily(spread);
                case "rnd" -> drawn();
                default -> throw invalid("polling.mode must be one of rel, abs, rnd");
            };
        } catch (IllegalArgumentException outOfRange) {
            throw invalid(String.valueOf(outOfRange.getMessage()));
        }
    }

    /** Spread, it has a window from which each device gets its minute; without an end that is the one minute. */
    private PollingPlan daily(boolean spread) {
        LocalTime time = time(TIME, "of mode abs");
        boolean window = spread && values.containsKey(TIME_RND_END);
        return new PollingPlan(
                PollingPlan.Mode.ABS, PollingPlan.DAY, time, window ? time(TIME_RND_END, "of a spread abs") : time);
    }

    private Instant since() {
        try {
            return Instant.parse(values.getOrDefault(SINCE, Instant.EPOCH.toString()));
        } catch (DateTimeParseException noInstant) {
            throw invalid(SINCE + " must be an instant such as 2026-11-22T10:00:00Z");
        }
    }

    /** Below a day both times are ignored, also bad ones. */
    private PollingPlan drawn() {
        Duration period = period("of mode rnd");
        if (period.compareTo(PollingPlan.DAY) < 0) {
            return PollingPlan.rnd(period, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        }
        String reason = "of mode rnd from a period of one day on";
        return PollingPlan.rnd(period, time(TIME, reason), time(TIME_RND_END, reason));
    }

    private Duration period(String reason) {
        String seconds = required(PERIOD, reason);
        try {
            return Duration.ofSeconds(Long.parseLong(seconds));
        } catch (NumberFormatException notANumber) {
            throw invalid(PERIOD + " must be a whole number of seconds");
        }
    }

    private LocalTime time(String key, String reason) {
        try {
            return LocalTime.parse(required(key, reason));
        } catch (DateTimeParseException notATime) {
            throw invalid(key + " must be a time of day such as 09:30");
        }
    }

    private String required(String key, String reason) {
        String value = values.getOrDefault(key, "");
        if (value.isEmpty()) {
            throw invalid(key + " is missing; polling is on and the rule " + reason + " needs it");
        }
        return value;
    }

    private static Refusal invalid(String sentence) {
        return new Refusal("polling.invalid", sentence);
    }
}
