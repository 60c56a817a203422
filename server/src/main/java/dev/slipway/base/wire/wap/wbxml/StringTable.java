package dev.slipway.base.wire.wap.wbxml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The texts that stand at the front of a document and are referred to by their offset (WAP-192, section 5.7). A
 * reference reads to the next zero byte, so each end of an entry is a text as well.
 */
final class StringTable {
    static final StringTable EMPTY = new StringTable(List.of());

    /** What a reference costs in a table of less than 128 bytes: {@code STR_T} and one byte of offset. */
    static final int REFERENCE_SIZE = 2;

    /** What an inline text costs beside its bytes: {@code STR_I} and the zero byte. */
    static final int INLINE_SIZE = 2;

    /** One text of the table. */
    record Entry(String text, int offset) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Octets bytes = new Octets();

    StringTable(Collection<String> texts) {
        int offset = 0;
        for (String text : texts) {
            byte[] utf8 = Octets.utf8(text);
            entries.add(new Entry(text, offset));
            bytes.terminated(utf8);
            offset += utf8.length + 1;
        }
    }

    List<Entry> entries() {
        return entries;
    }

    byte[] toArray() {
        return bytes.toArray();
    }

    /**
     * The texts that are worth an entry when all are written whole: a text that ends another one shares its entry,
     * and a family of such is worth its longest when the references save more than that costs. In order.
     *
     * @param counts how often each text is written
     */
    static List<String> worthwhile(Map<String, Integer> counts) {
        List<String> texts = new ArrayList<>(counts.keySet());
        texts.sort(Comparator.comparing(text -> text, StringTable::fromTheEnd));
        Set<String> worthwhile = new HashSet<>();
        int saved = 0;
        for (int index = texts.size() - 1; index >= 0; index--) {
            String text = texts.get(index);
            saved += counts.getOrDefault(text, 0) * Octets.utf8Size(text);
            boolean last = index == 0 || !text.endsWith(texts.get(index - 1));
            if (last) {
                String longest = longest(texts, index);
                if (saved > Octets.utf8Size(longest) + 1) {
                    worthwhile.add(longest);
                }
                saved = 0;
            }
        }
        return counts.keySet().stream().filter(worthwhile::contains).toList();
    }

    /** The last text of those that each end the next one. */
    private static String longest(List<String> texts, int from) {
        int at = from;
        while (at + 1 < texts.size() && texts.get(at + 1).endsWith(texts.get(at))) {
            at++;
        }
        return texts.get(at);
    }

    /** Compares from the last character on, so that a text that ends others stands right before them. */
    private static int fromTheEnd(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        for (int back = 1; back <= shorter; back++) {
            int order = one.charAt(one.length() - back) - other.charAt(other.length() - back);
            if (order != 0) {
                return order;
            }
        }
        return one.length() - other.length();
    }
}
