package dev.slipway.core.polling;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.bootloader.protocol.polling.PollingPlan;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the polling plan of a device from its settings; off unless {@code polling.enabled} says otherwise
 * ({@code docs/reference/polling.md}).
 *
 * @param values key to value, such as {@code polling.mode} to {@code rnd}; other keys are not looked at
 */
public record PollingSettings(Map<String, String> values) {
    private static final Duration DAY = Duration.ofDays(1);
    private static final String ENABLED = "polling.enabled";
    private static final String MODE = "polling.mode";
    private static final String PERIOD = "polling.period_seconds";
    private static final String TIME = "polling.time";
    private static final String TIME_RND_END = "polling.time_rnd_end";

    public PollingSettings {
        values = Map.copyOf(values);
    }

    /**
     * The plan; empty when polling is off, whatever the other values are.
     *
     * @throws Refusal {@code polling.invalid}, when the mode lacks a value that it needs or a value is none of its kind
     */
    public Optional<PollingPlan> plan() {
        return Boolean.parseBoolean(values.getOrDefault(ENABLED, "false")) ? Optional.of(enabled()) : Optional.empty();
    }

    private PollingPlan enabled() {
        String mode = required(MODE, "of rel, abs and rnd");
        try {
            return switch (mode) {
                case "rel" -> PollingPlan.rel(period("of mode rel"));
                case "abs" -> PollingPlan.abs(time(TIME, "of mode abs"));
                case "rnd" -> drawn();
                default -> throw invalid("polling.mode must be one of rel, abs, rnd");
            };
        } catch (IllegalArgumentException outOfRange) {
            throw invalid(String.valueOf(outOfRange.getMessage()));
        }
    }

    /** Below a day both times are ignored, also bad ones. */
    private PollingPlan drawn() {
        Duration period = period("of mode rnd");
        if (period.compareTo(DAY) < 0) {
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
