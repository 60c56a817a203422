package dev.slipway.base.wire.wap.wbxml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes what every phone and every program met so far can read: the first token of the vocabulary that fits, so that
 * values stand behind the token of page 0. Without string table the bytes are those of libwbxml and Kannel.
 */
final class CompatibleWriter implements Sink, Vocabulary.Parts {
    private final Vocabulary vocabulary;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final List<String> literals = new ArrayList<>();

    /** Bytes as they are, and for a literal the complement of its place in {@link #literals}. */
    private int[] marks = new int[256];

    private int size;
    private int page;

    CompatibleWriter(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public void octet(int octet) {
        mark(octet);
    }

    @Override
    public void attribute(String name, String value) {
        Vocabulary.Start start = vocabulary.start(name, value);
        token(start.page(), start.token());
        vocabulary.split(value.substring(start.text().length()), this);
    }

    @Override
    public void token(Vocabulary.Value value) {
        token(value.page(), value.token());
    }

    @Override
    public void literal(String text) {
        mark(~literals.size());
        literals.add(text);
        counts.merge(text, 1, Integer::sum);
    }

    private void token(int of, int token) {
        if (page != of) {
            mark(Token.SWITCH_PAGE);
            mark(of);
            page = of;
        }
        mark(token);
    }

    private void mark(int mark) {
        if (size == marks.length) {
            marks = java.util.Arrays.copyOf(marks, 2 * size);
        }
        marks[size++] = mark;
    }

    /** How often each text stands in what was written. */
    Map<String, Integer> counts() {
        return counts;
    }

    /** The table and then the document, with references for texts that are in the table whole or as an end. */
    void write(StringTable table, Octets to) {
        byte[] strings = table.toArray();
        to.multibyte(strings.length);
        to.put(strings);
        Map<String, Integer> offsets = offsets(table);
        for (int index = 0; index < size; index++) {
            if (marks[index] >= 0) {
                to.put(marks[index]);
            } else {
                literal(literals.get(~marks[index]), offsets, to);
            }
        }
    }

    private static void literal(String text, Map<String, Integer> offsets, Octets to) {
        Integer offset = offsets.get(text);
        if (offset == null) {
            to.put(Token.STR_I);
            to.terminated(Octets.utf8(text));
        } else {
            to.put(Token.STR_T);
            to.multibyte(offset);
        }
    }

    private Map<String, Integer> offsets(StringTable table) {
        Map<String, Integer> offsets = new HashMap<>();
        for (StringTable.Entry entry : table.entries()) {
            int end = entry.offset() + Octets.utf8Size(entry.text());
            for (String text : counts.keySet()) {
                if (entry.text().endsWith(text)) {
                    offsets.put(text, end - Octets.utf8Size(text));
                }
            }
        }
        return offsets;
    }
}
