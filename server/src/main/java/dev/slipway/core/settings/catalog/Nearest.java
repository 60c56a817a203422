package dev.slipway.core.settings.catalog;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * The word a person probably meant: the one with the fewest letters to insert, delete or replace (V. Levenshtein,
 * 1966).
 */
public final class Nearest {
    /** Longer texts are no misspelled key, and the work grows with the square. */
    private static final int LENGTH_MAX = 100;

    private Nearest() {}

    /** The nearest of {@code words}, the first by spelling among equals; empty when more than a third is different. */
    public static Optional<String> to(String word, Collection<String> words) {
        if (word.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        return words.stream()
                .filter(candidate -> distance(word, candidate) * 3 <= Math.max(word.length(), candidate.length()))
                .min(Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    static int distance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        Arrays.setAll(previous, i -> i);
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(previous[j], row[j - 1]) + 1);
            }
            previous = row;
        }
        return previous[to.length()];
    }
}
