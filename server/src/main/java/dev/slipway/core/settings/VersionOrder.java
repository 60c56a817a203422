package dev.slipway.core.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Orders version texts, older first: numbers by value, so that 1.10 is newer than 1.9.
 *
 * <p>A version is a row of numbers and words. Words behind a hyphen or tilde come before the release itself
 * (1.0-rc1, 1.0; Semantic Versioning 2.0.0, item 11), words glued on come after it (1.0, 1.0b, 1.0.1), and a number
 * behind a hyphen is a repackaging and comes after (1.0, 1.0-1). A missing part counts as 0; versions that are equal by
 * all this, such as 1.0 and 1.00, are ordered as text, so that the order is total.
 */
final class VersionOrder implements Comparator<String> {
    private static final Pattern PART = Pattern.compile("([-~]?)([0-9]+|[A-Za-z]+)");
    private static final Part END = new Part(Rank.ZERO, "");

    @Override
    public int compare(String one, String other) {
        List<Part> left = parts(one);
        List<Part> right = parts(other);
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            int order = part(left, i).compareTo(part(right, i));
            if (order != 0) {
                return order;
            }
        }
        return one.compareTo(other);
    }

    private static Part part(List<Part> parts, int index) {
        return index < parts.size() ? parts.get(index) : END;
    }

    private static List<Part> parts(String version) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(version);
        while (matcher.find()) {
            Part part = Part.of(!matcher.group(1).isEmpty(), matcher.group(2));
            while (part.rank == Rank.WORD_BEFORE
                    && !parts.isEmpty()
                    && parts.getLast().equals(END)) {
                parts.removeLast(); // 1.0.0-rc and 1.0-rc lead to the same release
            }
            parts.add(part);
        }
        return parts;
    }

    /** Zero, and the end, stand between words that come before a release and words that come after it. */
    private enum Rank {
        WORD_BEFORE,
        ZERO,
        WORD_AFTER,
        POSITIVE
    }

    /** Text is digits without leading zeros, or a word in lower case. */
    private record Part(Rank rank, String text) implements Comparable<Part> {
        private static final Comparator<Part> ORDER = Comparator.comparing(Part::rank)
                .thenComparingInt(part -> part.rank == Rank.POSITIVE ? part.text.length() : 0)
                .thenComparing(Part::text);

        static Part of(boolean hyphen, String text) {
            if (Character.isDigit(text.charAt(0))) {
                String digits = text.replaceFirst("^0+", "");
                return new Part(digits.isEmpty() ? Rank.ZERO : Rank.POSITIVE, digits);
            }
            return new Part(hyphen ? Rank.WORD_BEFORE : Rank.WORD_AFTER, text.toLowerCase(Locale.ROOT));
        }

        @Override
        public int compareTo(Part other) {
            return ORDER.compare(this, other);
        }
    }
}
