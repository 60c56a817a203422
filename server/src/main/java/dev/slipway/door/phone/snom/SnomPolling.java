package dev.slipway.door.phone.snom;

import dev.slipway.core.polling.PollingSettings;
import dev.slipway.door.phone.keys.Written;
import java.util.List;
import java.util.Map;

/**
 * When the phone asks by itself: by {@code prov_polling_*}, or by {@code settings_refresh_timer} (option 2 of the
 * Gigaset
 * page, chosen by giving {@code snom.settings_refresh_timer}), and never by both. Without a plan both are written off,
 * so
 * that a plan that was taken away ends.
 */
final class SnomPolling {
    private static final String ENABLED = "prov_polling_enabled";
    private static final String REFRESH = "settings_refresh_timer";
    private static final List<String> PLAN =
            List.of("prov_polling_mode", "prov_polling_period", "prov_polling_time", "prov_polling_time_rnd_end");

    private SnomPolling() {}

    /**
     * Settles what {@code lines} say of polling.
     *
     * @param neutral the device's settings by neutral key; refuses {@code polling.invalid} for a plan that is none
     */
    static void settle(Map<SnomKey, Written> lines, Map<String, String> neutral) {
        boolean byTimer = !text(lines, REFRESH, "0").equals("0");
        boolean planned = new PollingSettings(neutral).fleet().isPresent()
                || text(lines, ENABLED, "off").equals("on");
        if (byTimer || !planned) {
            lines.merge(
                    SnomKey.of(ENABLED), Written.locked("off"), (given, off) -> new Written("off", given.ownership()));
            PLAN.forEach(name -> lines.remove(SnomKey.of(name)));
        }
        lines.putIfAbsent(SnomKey.of(REFRESH), Written.locked("0"));
    }

    private static String text(Map<SnomKey, Written> lines, String name, String absent) {
        Written written = lines.get(SnomKey.of(name));
        return written == null ? absent : written.value();
    }
}
