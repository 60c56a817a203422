package dev.slipway.door.phone.snom;

import dev.slipway.base.wire.xml.XmlWriter;
import dev.slipway.core.settings.document.DocumentOrder;
import dev.slipway.door.phone.keys.PhoneBook;
import dev.slipway.door.phone.keys.Sheet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The phone book (snom wiki, "tbook, phone-book tag"): {@code snom.tbook[0].name}, {@code snom.tbook[0].number} and the
 * like, {@code type} and {@code context} being attributes of an entry, and behind them the contacts.
 */
final class SnomPhoneBook {
    static final String KEY = "tbook";

    private static final String NAME = "name";
    private static final String NUMBER = "number";

    private final SortedMap<Integer, Map<String, String>> entries = new TreeMap<>();
    private final List<String> warnings;

    private SnomPhoneBook(Sheet sheet, PhoneBook contacts) {
        this.warnings = contacts.warnings();
        SnomKey.named(KEY, sheet)
                .forEach((key, written) -> entries.computeIfAbsent(key.index(), none -> new TreeMap<>())
                        .put(key.part(), written.value()));
        for (PhoneBook.Entry contact : contacts.entries()) {
            int next = entries.isEmpty() ? 0 : entries.lastKey() + 1;
            entries.put(next, Map.of(NAME, contact.name(), NUMBER, contact.number(), "number_type", "sip"));
        }
    }

    static SnomPhoneBook of(Sheet sheet, DocumentOrder order) {
        return new SnomPhoneBook(sheet, PhoneBook.of(order));
    }

    /** Whether there is anything to say of it; that there is none is something. */
    static boolean isWished(Sheet sheet, DocumentOrder order) {
        return PhoneBook.isWished(order) || !SnomKey.named(KEY, sheet).isEmpty();
    }

    List<String> warnings() {
        return warnings;
    }

    /** {@code complete}: entries that are not listed are removed from the phone. */
    String xml() {
        var xml = new XmlWriter().open(KEY, new TreeMap<>(Map.of("complete", "true", "e", "2")));
        entries.forEach((index, parts) -> {
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("context", parts.getOrDefault("context", "active"));
            attributes.put("type", parts.getOrDefault("type", "none"));
            attributes.put("index", Integer.toString(index));
            xml.open("item", attributes);
            xml.leaf(NAME, Map.of(), parts.getOrDefault(NAME, ""));
            xml.leaf(NUMBER, Map.of(), parts.getOrDefault(NUMBER, ""));
            if (parts.containsKey("number_type")) {
                xml.leaf("number_type", Map.of(), parts.get("number_type"));
            }
            xml.close();
        });
        return xml.close().document();
    }
}
