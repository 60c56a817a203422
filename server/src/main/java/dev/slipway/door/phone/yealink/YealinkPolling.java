package dev.slipway.door.phone.yealink;

import dev.slipway.core.polling.PollingSettings;
import dev.slipway.door.phone.keys.Written;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The phone's own knobs for the plan: {@code repeat} for {@code rel}, {@code weekly} on every day for {@code abs},
 * {@code flexible} for {@code rnd} from a day on. Below a day the phone cannot draw: it repeats, and that is said. What
 * is
 * not used is written off, so that a plan that was taken away ends.
 */
final class YealinkPolling {
    private static final String PREFIX = "static.auto_provision.";
    private static final long SECONDS_PER_MINUTE = 60;
    private static final long SECONDS_PER_DAY = 86_400;

    private final Map<String, String> neutral;
    private final Map<String, Written> written = new TreeMap<>();

    private YealinkPolling(Map<String, String> neutral) {
        this.neutral = neutral;
        List.of("repeat", "weekly", "flexible").forEach(knob -> put(knob + ".enable", "0"));
    }

    /** Refuses {@code polling.invalid} for a plan that is none. */
    static Map<String, Written> of(Map<String, String> neutral, List<String> warnings) {
        var polling = new YealinkPolling(neutral);
        if (new PollingSettings(neutral).fleet().isPresent()) {
            polling.plan(warnings);
        }
        return polling.written;
    }

    private void plan(List<String> warnings) {
        switch (text("polling.mode")) {
            case "abs" -> daily();
            case "rnd" -> {
                if (period() < SECONDS_PER_DAY) {
                    warnings.add(
                            "polling.mode rnd below a day is repeated every period: Yealink draws whole days only");
                    repeat();
                } else {
                    drawn();
                }
            }
            default -> repeat();
        }
    }

    private void repeat() {
        put("repeat.enable", "1");
        put("repeat.minutes", Long.toString(Math.ceilDiv(period(), SECONDS_PER_MINUTE)));
    }

    private void daily() {
        put("weekly.enable", "1");
        put("weekly.dayofweek", "0123456");
        put("weekly.begin_time", text("polling.time"));
        put("weekly.end_time", text("polling.time"));
    }

    private void drawn() {
        put("flexible.enable", "1");
        put("flexible.interval", Long.toString(Math.ceilDiv(period(), SECONDS_PER_DAY)));
        put("flexible.begin_time", text("polling.time"));
        put("flexible.end_time", text("polling.time_rnd_end"));
    }

    private long period() {
        return Long.parseLong(text("polling.period_seconds"));
    }

    private String text(String key) {
        return neutral.getOrDefault(key, "");
    }

    private void put(String name, String value) {
        written.put(PREFIX + name, Written.locked(value));
    }
}
