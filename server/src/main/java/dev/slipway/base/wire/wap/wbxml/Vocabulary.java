package dev.slipway.base.wire.wap.wbxml;

import dev.slipway.base.wire.data.DataFile;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The attribute tokens of one kind of document, from a data file beside this class: kind, page, token, attribute, text.
 */
final class Vocabulary {
    static final Vocabulary PROVISIONING = new Vocabulary("provisioning.tsv");
    static final Vocabulary OTA = new Vocabulary("ota.tsv");

    private static final int ASCII = 0x80;
    private static final int PAGES = 2;
    private static final int TOKENS = 0x100;

    /**
     * Begins an attribute.
     *
     * @param text with which its value begins, which may be nothing
     */
    record Start(int page, int token, String attribute, String text) {}

    /** Stands for a part of a value. */
    record Value(int page, int token, String text) {}

    /** Takes a value in parts. */
    interface Parts {
        void token(Value value);

        void literal(String text);
    }

    private final Map<String, List<Start>> starts = new HashMap<>();
    private final Map<String, Map<String, Start>> exact = new HashMap<>();

    /** By attribute and value, for the values that have a token: most names of a document are such. */
    private final Map<String, Map<String, List<Start>>> startsOfNames = new HashMap<>();

    private final List<Value> values = new ArrayList<>();
    private final List<Optional<Start>> startAt = none();
    private final List<Optional<Value>> valueAt = none();

    /** The first two characters of each value, as one number: most texts hold no value, and this tells so at once. */
    private final BitSet beginnings = new BitSet(ASCII * ASCII);

    Vocabulary(String file) {
        DataFile.lines(DataFile.text(Vocabulary.class, file)).forEach(line -> add(line.split("\t", -1)));
        exact.forEach((attribute, names) -> startsOfNames.put(
                attribute,
                names.keySet().stream()
                        .collect(Collectors.toUnmodifiableMap(name -> name, name -> matching(attribute, name)))));
    }

    private void add(String... columns) {
        int page = Integer.parseInt(columns[1]);
        int token = Integer.parseInt(columns[2], 16);
        String text = columns[4];
        var start = new Start(page, token, columns[3], text);
        var value = new Value(page, token, text);
        switch (columns[0]) {
            case "start" -> {
                starts.computeIfAbsent(start.attribute(), attribute -> new ArrayList<>())
                        .add(start);
                exact.computeIfAbsent(start.attribute(), attribute -> new HashMap<>())
                        .putIfAbsent(text, start);
                startAt.set(place(page, token), Optional.of(start));
            }
            case "value" -> {
                values.add(value);
                begin(text);
                valueAt.set(place(page, token), Optional.of(value));
            }
            case "read-start" -> startAt.set(place(page, token), Optional.of(start));
            case "read-value" -> valueAt.set(place(page, token), Optional.of(value));
            default -> throw new IllegalArgumentException("no kind of token: " + columns[0]);
        }
    }

    private void begin(String text) {
        if (text.length() == 1) {
            beginnings.set(text.charAt(0) * ASCII, (text.charAt(0) + 1) * ASCII);
        } else {
            beginnings.set(text.charAt(0) * ASCII + text.charAt(1));
        }
    }

    /** The token that begins this attribute and covers most of its value; of equal ones the first of the file. */
    Start start(String attribute, String value) {
        Map<String, Start> known = exact.getOrDefault(attribute, Map.of());
        Start whole = known.get(value);
        if (whole != null) {
            return whole;
        }
        List<Start> matching = matching(attribute, value);
        if (matching.isEmpty()) {
            throw new IllegalArgumentException("no token begins %s".formatted(attribute));
        }
        return Collections.max(
                matching, Comparator.comparingInt(start -> start.text().length()));
    }

    /** All tokens that may begin this attribute with this value. */
    List<Start> starts(String attribute, String value) {
        List<Start> known = startsOfNames.getOrDefault(attribute, Map.of()).get(value);
        return known == null ? matching(attribute, value) : known;
    }

    private List<Start> matching(String attribute, String value) {
        List<Start> matching = new ArrayList<>();
        for (Start start : starts.getOrDefault(attribute, List.of())) {
            if (value.startsWith(start.text())) {
                matching.add(start);
            }
        }
        return matching;
    }

    /** The values that a text holds at this place. */
    List<Value> valuesAt(String text, int index) {
        List<Value> found = new ArrayList<>(0);
        if (mayBegin(text, index)) {
            values.stream()
                    .filter(value -> text.startsWith(value.text(), index))
                    .forEach(found::add);
        }
        return found;
    }

    /**
     * Cuts a text as libwbxml does: each value of the list in turn is cut out of whatever is still text, also in the
     * midst of a word.
     */
    void split(String text, Parts parts) {
        if (holdsValue(text)) {
            split(text, 0, parts);
        } else if (!text.isEmpty()) {
            parts.literal(text);
        }
    }

    private void split(String text, int from, Parts parts) {
        for (int next = from; next < values.size(); next++) {
            Value value = values.get(next);
            int found = text.indexOf(value.text());
            if (found >= 0) {
                split(text.substring(0, found), next + 1, parts);
                parts.token(value);
                split(text.substring(found + value.text().length()), next, parts);
                return;
            }
        }
        if (!text.isEmpty()) {
            parts.literal(text);
        }
    }

    private boolean holdsValue(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (mayBegin(text, index)) {
                return true;
            }
        }
        return false;
    }

    private boolean mayBegin(String text, int index) {
        int first = text.charAt(index);
        int second = index + 1 < text.length() ? text.charAt(index + 1) : 0;
        return first < ASCII && beginnings.get(first * ASCII + (second < ASCII ? second : 0));
    }

    Optional<Start> startAt(int page, int token) {
        return page < PAGES ? startAt.get(place(page, token)) : Optional.empty();
    }

    Optional<Value> valueAt(int page, int token) {
        return page < PAGES ? valueAt.get(place(page, token)) : Optional.empty();
    }

    private static int place(int page, int token) {
        return page * TOKENS + token;
    }

    private static <T> List<Optional<T>> none() {
        List<Optional<T>> places = new ArrayList<>();
        for (int place = 0; place < PAGES * TOKENS; place++) {
            places.add(Optional.empty());
        }
        return places;
    }
}
