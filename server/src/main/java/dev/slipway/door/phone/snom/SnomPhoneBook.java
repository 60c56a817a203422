package dev.slipway.door.phone.snom;

import dev.slipway.base.wire.xml.XmlWriter;
import dev.slipway.door.phone.keys.Written;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The phone book: {@code snom.tbook[0].name} and {@code snom.tbook[0].number}; {@code type} and {@code context} are
 * attributes of an entry.
 */
final class SnomPhoneBook {
    private static final String NAME = "name";
    private static final String NUMBER = "number";

    private final SortedMap<Integer, Map<String, String>> entries = new TreeMap<>();

    SnomPhoneBook(SortedMap<SnomKey, Written> lines) {
        lines.forEach((key, written) -> {
            if (key.name().equals(SnomFile.PHONE_BOOK)) {
                entries.computeIfAbsent(key.index(), none -> new TreeMap<>()).put(key.part(), written.value());
            }
        });
    }

    /** {@code complete}: entries that are not listed are removed from the phone. */
    void write(XmlWriter xml) {
        if (entries.isEmpty()) {
            return;
        }
        xml.open("tbook", new TreeMap<>(Map.of("complete", "true", "e", "2")));
        entries.forEach((index, parts) -> {
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("context", parts.getOrDefault("context", "active"));
            attributes.put("type", parts.getOrDefault("type", "none"));
            attributes.put("index", Integer.toString(index));
            xml.open("item", attributes);
            xml.leaf(NAME, Map.of(), parts.getOrDefault(NAME, ""));
            xml.leaf(NUMBER, Map.of(), parts.getOrDefault(NUMBER, ""));
            xml.close();
        });
        xml.close();
    }
}
