package dev.slipway.base.wire.wap.wbxml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Looks for the texts of a string table, whole or parts of others, that make a document small. To find the best set is
 * as hard as the smallest grammar of a text (Charikar and others, IEEE Transactions on Information Theory 51, 2005), so
 * this one is greedy:
 *
 * <p>1. Candidates are what stands more than once: the common beginnings of neighbours among all sorted ends of the
 * texts, unless the letters before them are the same, for then the longer one saves more; and, since an entry serves
 * all its ends, each beginning of a text up to where such a repetition ends.
 *
 * <p>2. The candidate that saves most is taken, again and again, until none saves anything. What it saves is counted
 * exactly, by writing each text that it touches in the cheapest way. A candidate rarely saves more after another one
 * was taken, so only the first of the queue is counted anew.
 *
 * <p>3. At the end entries that no longer pay are put back.
 */
final class TableSearch {
    /** Candidates that are shorter save nothing. */
    private static final int LENGTH_MIN = 2;

    /** Longest candidate in characters. */
    private static final int LENGTH_MAX = 128;

    /** Texts altogether in characters; a document with more goes into no message. */
    private static final int TEXTS_LENGTH_MAX = 1 << 13;

    /** Steps of counting, about a tenth of a second: then what was found is enough. */
    private static final long STEPS_MAX = 30_000_000;

    private record Candidate(String text, int saves) {}

    /**
     * The end of a text.
     *
     * @param before the letter before it, or none
     */
    private record End(String end, int before) {
        static final int NONE = -1;
    }

    private final Map<String, Integer> counts;
    private final Set<String> chosen = new LinkedHashSet<>();

    /** How many bytes each text takes with the entries that are chosen. */
    private final Map<String, Integer> sizes = new HashMap<>();

    private long steps;

    TableSearch(Map<String, Integer> counts) {
        this.counts = counts;
    }

    /** The texts to put into a table, short ones first: so most of them have an offset of one byte. */
    List<String> texts() {
        if (counts.keySet().stream().mapToInt(String::length).sum() > TEXTS_LENGTH_MAX) {
            return List.of();
        }
        measure();
        take(candidates());
        putBack();
        return chosen.stream().sorted(Comparator.comparingInt(String::length)).toList();
    }

    private Set<String> candidates() {
        List<End> ends = counts.keySet().stream()
                .flatMap(text -> IntStream.range(0, text.length())
                        .filter(from -> !Character.isLowSurrogate(text.charAt(from)))
                        .mapToObj(from -> new End(text.substring(from), from == 0 ? End.NONE : text.charAt(from - 1))))
                .sorted(Comparator.comparing(End::end))
                .toList();
        Set<String> repeated = new LinkedHashSet<>();
        counts.forEach((text, count) -> {
            if (count > 1) {
                repeated.add(text);
            }
        });
        for (int index = 1; index < ends.size(); index++) {
            End one = ends.get(index - 1);
            End other = ends.get(index);
            if (one.before() != other.before() || one.before() == End.NONE) {
                repeated.add(common(one.end(), other.end()));
            }
        }
        Set<String> candidates = new LinkedHashSet<>();
        for (String part : repeated) {
            if (part.length() >= LENGTH_MIN) {
                candidates.add(part);
                beginnings(part, candidates);
            }
        }
        return candidates;
    }

    private void beginnings(String part, Set<String> candidates) {
        for (String text : counts.keySet()) {
            for (int from = text.indexOf(part); from >= 0; from = text.indexOf(part, from + 1)) {
                candidates.add(text.substring(0, from + part.length()));
            }
        }
    }

    private static String common(String one, String other) {
        int length = 0;
        int most = Math.min(LENGTH_MAX, Math.min(one.length(), other.length()));
        while (length < most && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        boolean torn = length > 0 && Character.isHighSurrogate(one.charAt(length - 1));
        return one.substring(0, torn ? length - 1 : length);
    }

    private void take(Set<String> candidates) {
        var queue = new PriorityQueue<>(Comparator.comparingInt((Candidate candidate) -> -candidate.saves())
                .thenComparing(Candidate::text));
        candidates.forEach(text -> add(new Candidate(text, saves(text)), queue));
        while (!queue.isEmpty() && steps < STEPS_MAX) {
            String text = queue.remove().text();
            int saves = saves(text);
            if (!queue.isEmpty() && saves < queue.element().saves()) {
                add(new Candidate(text, saves), queue);
            } else if (saves > 0) {
                chosen.removeIf(text::endsWith);
                chosen.add(text);
                measure();
            }
        }
    }

    /** One that saves nothing now saves nothing later. */
    private static void add(Candidate candidate, PriorityQueue<Candidate> queue) {
        if (candidate.saves() > 0) {
            queue.add(candidate);
        }
    }

    private void measure() {
        List<String> table = List.copyOf(chosen);
        counts.keySet().forEach(text -> sizes.put(text, size(text, table)));
    }

    /** Bytes that the document loses when this text comes into the table, and those go that end it. */
    private int saves(String text) {
        List<String> with = new ArrayList<>(chosen);
        with.removeIf(text::endsWith);
        with.add(text);
        String end = text.substring(text.length() - LENGTH_MIN);
        int saves = tableSize(chosen) - tableSize(with);
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            if (entry.getKey().contains(end)) {
                saves += entry.getValue() * (sizes.getOrDefault(entry.getKey(), 0) - size(entry.getKey(), with));
            }
        }
        return saves;
    }

    private void putBack() {
        for (String text : List.copyOf(chosen)) {
            int before = size();
            chosen.remove(text);
            measure();
            if (size() > before) {
                chosen.add(text);
                measure();
            }
        }
    }

    private int size() {
        return tableSize(chosen)
                + counts.entrySet().stream()
                        .mapToInt(entry -> entry.getValue() * sizes.getOrDefault(entry.getKey(), 0))
                        .sum();
    }

    private static int tableSize(Iterable<String> table) {
        int size = 0;
        for (String text : table) {
            size += Octets.utf8Size(text) + 1;
        }
        return size;
    }

    /** The fewest bytes for a text with this table, without the tokens: they decide nothing here. */
    private int size(String text, List<String> table) {
        int[] outside = new int[text.length() + 1];
        int inside = Integer.MAX_VALUE / 2;
        for (int end = 1; end <= text.length(); end++) {
            inside = Math.min(inside, outside[end - 1] + StringTable.INLINE_SIZE)
                    + Octets.utf8Size(text.charAt(end - 1));
            outside[end] = inside;
            for (String entry : table) {
                refer(text, end, entry, outside);
            }
        }
        return outside[text.length()];
    }

    private void refer(String text, int end, String entry, int... outside) {
        int most = Math.min(end, entry.length());
        for (int length = 1; length <= most; length++) {
            steps++;
            if (text.charAt(end - length) != entry.charAt(entry.length() - length)) {
                return;
            }
            outside[end] = Math.min(outside[end], outside[end - length] + StringTable.REFERENCE_SIZE);
        }
    }
}
