package dev.slipway.core.settings;

import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.core.settings.catalog.NativeKeys;
import dev.slipway.core.settings.merge.Merge;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The decisions for a device or for one account on it, ordered by key.
 *
 * @param decided one per key, also those that say that nothing is written
 */
public record MergedSettings(SortedMap<String, EffectiveValue> decided) {
    public MergedSettings {
        decided = Collections.unmodifiableSortedMap(new TreeMap<>(decided));
    }

    /** What is written to the device: all but the unmanaged. */
    public SortedMap<String, EffectiveValue> written() {
        return withoutUnmanaged(decided);
    }

    /**
     * What is written, by the keys of one maker: a native key beats the neutral one of the same layer, otherwise the
     * layers decide. Values of neutral keys are still neutral ({@code true}, not {@code on}).
     */
    public SortedMap<String, EffectiveValue> written(NativeKeys maker) {
        SortedMap<String, EffectiveValue> byNative = new TreeMap<>();
        decided.forEach((key, value) -> {
            if (maker.owns(key)) {
                byNative.put(key, value);
            }
        });
        decided.forEach((key, value) -> {
            String counterpart = maker.byNeutral().get(key);
            if (counterpart != null) {
                byNative.merge(counterpart, value, (own, neutral) -> join(neutral, own));
            }
        });
        return withoutUnmanaged(byNative);
    }

    /** Neutral keys that would be written and that this maker has no word for, by name. */
    public List<String> unsupported(NativeKeys maker) {
        return written().keySet().stream()
                .filter(key -> !key.startsWith("application."))
                .filter(key -> !maker.owns(key) && !maker.byNeutral().containsKey(key))
                .toList();
    }

    private static EffectiveValue join(EffectiveValue neutral, EffectiveValue own) {
        var joined = Merge.join(neutral.trace(), own.trace());
        boolean ownWins = joined.winner().equals(own.trace().winner());
        return new EffectiveValue(ownWins ? own.value() : neutral.value(), joined);
    }

    private static SortedMap<String, EffectiveValue> withoutUnmanaged(Map<String, EffectiveValue> decided) {
        SortedMap<String, EffectiveValue> written = new TreeMap<>(decided);
        written.values().removeIf(value -> value.ownership() == Ownership.UNMANAGED);
        return Collections.unmodifiableSortedMap(written);
    }
}
