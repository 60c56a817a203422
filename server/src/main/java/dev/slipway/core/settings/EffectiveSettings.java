package dev.slipway.core.settings;

import java.util.List;
import java.util.SortedMap;

/**
 * The merged result for one device.
 *
 * @param device settings of the device
 * @param accounts settings of each account on it, by position
 * @param warnings what an administrator should look at, such as a native key that nobody knows
 */
public record EffectiveSettings(
        DeviceLayers layers, MergedSettings device, List<EffectiveAccount> accounts, List<String> warnings) {
    public EffectiveSettings {
        accounts = List.copyOf(accounts);
        warnings = List.copyOf(warnings);
    }

    /** What is written to the device, ordered by key. */
    public SortedMap<String, EffectiveValue> values() {
        return device.written();
    }

    /** The settings of one account on the device: its {@code account.*}, and native keys assigned to it. */
    public record EffectiveAccount(PlacedAccount account, MergedSettings settings) {
        /** What is written for the account, ordered by key. */
        public SortedMap<String, EffectiveValue> values() {
            return settings.written();
        }
    }
}
