package dev.slipway.core.settings.document;

import dev.slipway.core.polling.FleetPlan;
import dev.slipway.core.polling.PollingSettings;
import dev.slipway.core.settings.EffectiveSettings;
import dev.slipway.core.settings.EffectiveValue;
import dev.slipway.core.settings.MergedSettings;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts the polling plan of one device in the place of the one that it shares with others. */
final class DevicePolling {
    private static final String ENABLED = PollingSettings.PREFIX + "enabled";

    private DevicePolling() {}

    /** Who said each value stays; what only the shared plan has is said by who switched polling on. */
    static EffectiveSettings settled(EffectiveSettings settings, Instant now) {
        SortedMap<String, EffectiveValue> decided =
                new TreeMap<>(settings.device().decided());
        EffectiveValue on = decided.get(ENABLED);
        if (on == null) {
            return settings;
        }
        String identity = settings.layers().device().id().toString();
        SortedMap<String, String> own = new PollingSettings(texts(settings)).handed(identity, now);
        decided.keySet().removeIf(key -> key.startsWith(PollingSettings.PREFIX) && !own.containsKey(key));
        own.forEach((key, value) -> decided.put(
                key, new EffectiveValue(value, decided.getOrDefault(key, on).trace())));
        decided.remove(PollingSettings.PREFIX + "spread");
        return new EffectiveSettings(
                settings.layers(), new MergedSettings(decided), settings.accounts(), settings.warnings());
    }

    /** When the device must be given another plan although nothing was changed; empty for never. */
    static Optional<Instant> until(EffectiveSettings settings, Instant now) {
        String identity = settings.layers().device().id().toString();
        return new PollingSettings(texts(settings)).of(identity, now).flatMap(FleetPlan.Handed::until);
    }

    private static Map<String, String> texts(EffectiveSettings settings) {
        Map<String, String> texts = new HashMap<>();
        settings.values().forEach((key, value) -> texts.put(key, value.value()));
        return texts;
    }
}
