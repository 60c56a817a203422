package dev.slipway.door.phone.snom;

import dev.slipway.base.wire.xml.XmlWriter;
import dev.slipway.door.phone.keys.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Function keys: {@code snom.fkey[0]} is what the key does ({@code speed 100}), {@code snom.fkey[0].label} and the like
 * are
 * its attributes.
 */
final class SnomKeys {
    private final SortedMap<Integer, List<SnomKey>> byIndex = new TreeMap<>();
    private final SortedMap<SnomKey, Written> lines;

    SnomKeys(SortedMap<SnomKey, Written> lines) {
        this.lines = lines;
        lines.keySet().stream()
                .filter(key -> key.name().equals(SnomFile.FUNCTION_KEY))
                .forEach(key -> byIndex.computeIfAbsent(key.index(), none -> new ArrayList<>())
                        .add(key));
    }

    void write(XmlWriter xml) {
        if (byIndex.isEmpty()) {
            return;
        }
        xml.open("functionKeys", Map.of("e", "2"));
        byIndex.forEach((index, keys) -> write(xml, index, keys));
        xml.close();
    }

    /** Without {@code context} a key belongs to the identity that is active. */
    private void write(XmlWriter xml, int index, List<SnomKey> keys) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("idx", Integer.toString(index));
        attributes.put("context", "active");
        var action = Written.locked("");
        for (SnomKey key : keys) {
            Written written = lines.getOrDefault(key, action);
            if (key.part().isEmpty()) {
                action = written;
            } else {
                attributes.put(key.part(), written.value());
            }
        }
        attributes.put("perm", SnomFile.perm(action.ownership()));
        xml.leaf(SnomFile.FUNCTION_KEY, attributes, action.value());
    }
}
