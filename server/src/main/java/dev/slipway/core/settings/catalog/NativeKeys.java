package dev.slipway.core.settings.catalog;

import java.util.Map;
import java.util.Set;

/**
 * A maker's table: which own key does the work of a neutral one, and which further own keys are known.
 *
 * @param namespace such as {@code snom}
 * @param byNeutral neutral key to native key, both with namespace
 * @param others native keys, with namespace, that no neutral key stands for
 */
public record NativeKeys(String namespace, Map<String, String> byNeutral, Set<String> others) {
    public NativeKeys {
        byNeutral = Map.copyOf(byNeutral);
        others = Set.copyOf(others);
    }

    /** Whether {@code key} is of this maker. */
    public boolean owns(String key) {
        return key.startsWith(namespace + ".");
    }

    /** Whether the table holds this native key. */
    boolean knows(String key) {
        return others.contains(key) || byNeutral.containsValue(key);
    }
}
