package dev.slipway.base.wire.wap.wbxml;

import dev.slipway.base.wire.wap.wbxml.Vocabulary.Start;
import dev.slipway.base.wire.wap.wbxml.Vocabulary.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The fewest bytes for a row of attributes, by dynamic programming over every character of their values. At each of
 * them one may be on page 0 or 1, within an inline text or not; a step from there is a token, a reference or a
 * character. All steps lead forward, so one pass settles what each place costs, and the way is read back from the end.
 */
final class ShortestWay {
    private static final int PAGES = 2;
    private static final int PAGE_SIZE = 2;
    private static final int UNREACHED = Integer.MAX_VALUE / 2;

    /** A place: one of these states at one position. */
    private static final int STATES = 2 * PAGES;

    private static final Border BORDER = new Border();

    private final Vocabulary vocabulary;
    private final StringTable table;

    /** By place: what it costs to get there, from where one comes, and by which of the steps. */
    private int[] costs = new int[1024];

    private int[] origins = new int[1024];
    private int[] arrivals = new int[1024];
    private final List<Step> steps = new ArrayList<>();
    private int position;

    /** What is written on the way into a place. */
    private sealed interface Step {}

    private record Begin(int page, int token) implements Step {}

    private record Part(int page, int token) implements Step {}

    private record Reference(int offset) implements Step {}

    private record Letter(char letter) implements Step {}

    /** Into an inline text or out of it. */
    private record Border() implements Step {}

    ShortestWay(Vocabulary vocabulary, StringTable table) {
        this.vocabulary = vocabulary;
        this.table = table;
        Arrays.fill(costs, UNREACHED);
        costs[place(0, 0, false)] = 0;
    }

    /** One more attribute. */
    void add(String name, String value) {
        int first = position + 1;
        room(first + value.length() + 1);
        for (Start start : vocabulary.starts(name, value)) {
            for (int page = 0; page < PAGES; page++) {
                int to = place(first + start.text().length(), start.page(), false);
                go(
                        place(position, page, false),
                        to,
                        tokenSize(page, start.page()),
                        new Begin(start.page(), start.token()));
            }
        }
        for (int index = 0; index <= value.length(); index++) {
            settle(value, index, first);
        }
        position = first + value.length();
    }

    /** All ways into this place are known but references and the end of a text; then the ways on from here. */
    private void settle(String value, int index, int first) {
        boolean whole = index == value.length() || !Character.isLowSurrogate(value.charAt(index));
        if (whole) {
            references(value, index, first);
        }
        int here = first + index;
        for (int page = 0; page < PAGES; page++) {
            int outside = place(here, page, false);
            int inside = place(here, page, true);
            if (whole) {
                go(inside, outside, 0, BORDER);
                go(outside, inside, StringTable.INLINE_SIZE, BORDER);
            }
            if (index < value.length()) {
                char letter = value.charAt(index);
                go(inside, place(here + 1, page, true), Octets.utf8Size(letter), new Letter(letter));
                for (Value part : vocabulary.valuesAt(value, index)) {
                    int to = place(here + part.text().length(), part.page(), false);
                    go(outside, to, tokenSize(page, part.page()), new Part(part.page(), part.token()));
                }
            }
        }
    }

    /** The text before this place may end as an entry does: each common end can be referred to. */
    private void references(String value, int index, int first) {
        for (StringTable.Entry entry : table.entries()) {
            String text = entry.text();
            int bytes = 0;
            for (int length = 1; length <= Math.min(index, text.length()); length++) {
                char letter = value.charAt(index - length);
                if (letter != text.charAt(text.length() - length)) {
                    break;
                }
                bytes += Octets.utf8Size(letter);
                if (!Character.isLowSurrogate(letter)) {
                    int offset = entry.offset() + Octets.utf8Size(text) - bytes;
                    for (int page = 0; page < PAGES; page++) {
                        go(
                                place(first + index - length, page, false),
                                place(first + index, page, false),
                                1 + Octets.sizeOf(offset),
                                new Reference(offset));
                    }
                }
            }
        }
    }

    private void go(int from, int to, int cost, Step step) {
        if (costs[from] + cost < costs[to]) {
            costs[to] = costs[from] + cost;
            origins[to] = from;
            arrivals[to] = steps.size();
            steps.add(step);
        }
    }

    private static int tokenSize(int page, int of) {
        return page == of ? 1 : 1 + PAGE_SIZE;
    }

    private static int place(int position, int page, boolean inside) {
        return position * STATES + 2 * page + (inside ? 1 : 0);
    }

    private void room(int positions) {
        int places = positions * STATES;
        if (places > costs.length) {
            int before = costs.length;
            int after = Math.max(places, 2 * before);
            costs = Arrays.copyOf(costs, after);
            Arrays.fill(costs, before, after, UNREACHED);
            origins = Arrays.copyOf(origins, after);
            arrivals = Arrays.copyOf(arrivals, after);
        }
    }

    /** The bytes of each attribute. */
    List<byte[]> fields() {
        int zero = place(position, 0, false);
        int one = place(position, 1, false);
        var way = new ArrayList<Step>();
        for (int at = costs[one] < costs[zero] ? one : zero; at != 0; at = origins[at]) {
            way.add(steps.get(arrivals[at]));
        }
        var writer = new FieldWriter();
        way.reversed().forEach(writer::write);
        return writer.fields();
    }

    private static final class FieldWriter {
        private final List<byte[]> fields = new ArrayList<>();
        private final StringBuilder inline = new StringBuilder();
        private Octets field = new Octets();
        private boolean begun;
        private int page;

        void write(Step step) {
            switch (step) {
                case Begin begin -> {
                    end();
                    begun = true;
                    token(begin.page(), begin.token());
                }
                case Part part -> token(part.page(), part.token());
                case Reference reference -> {
                    field.put(Token.STR_T);
                    field.multibyte(reference.offset());
                }
                case Letter letter -> inline.append(letter.letter());
                case Border border -> flush();
            }
        }

        private void token(int of, int token) {
            if (page != of) {
                field.put(Token.SWITCH_PAGE);
                field.put(of);
                page = of;
            }
            field.put(token);
        }

        private void flush() {
            if (!inline.isEmpty()) {
                field.put(Token.STR_I);
                field.terminated(Octets.utf8(inline.toString()));
                inline.setLength(0);
            }
        }

        private void end() {
            if (begun) {
                fields.add(field.toArray());
                field = new Octets();
            }
        }

        List<byte[]> fields() {
            end();
            return fields;
        }
    }
}
