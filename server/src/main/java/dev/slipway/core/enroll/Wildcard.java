package dev.slipway.core.enroll;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/**
 * Patterns with {@code *} (any characters) and {@code ?} (one), in one step per character of the text, whatever the
 * stars: bit n of a state says that the first n characters of the pattern, its stars not counted, are met (R.
 * Baeza-Yates
 * and G. Gonnet, A new approach to text searching, CACM 35(10), 1992).
 */
final class Wildcard {
    private final StringBuilder wanted = new StringBuilder();
    private final Map<Character, BigInteger> places = new HashMap<>();
    /** Where a star stands: a state there outlives any character. */
    private BigInteger stars = BigInteger.ZERO;

    private Wildcard(String pattern) {
        for (int at = 0; at < pattern.length(); at++) {
            if (pattern.charAt(at) == '*') {
                stars = stars.setBit(wanted.length());
            } else {
                wanted.append(pattern.charAt(at));
            }
        }
    }

    /** Whether the whole of {@code text} is as {@code pattern} says. */
    static boolean matches(String pattern, String text) {
        var wildcard = new Wildcard(pattern);
        BigInteger met = BigInteger.ONE;
        for (int at = 0; at < text.length(); at++) {
            BigInteger stepped = met.and(wildcard.placesOf(text.charAt(at))).shiftLeft(1);
            met = stepped.or(met.and(wildcard.stars));
        }
        return met.testBit(wildcard.wanted.length());
    }

    /** A bit for each place of the pattern where {@code c} may stand. */
    private BigInteger placesOf(char c) {
        return places.computeIfAbsent(c, found -> {
            BigInteger all = BigInteger.ZERO;
            for (int at = 0; at < wanted.length(); at++) {
                all = wanted.charAt(at) == '?' || wanted.charAt(at) == found ? all.setBit(at) : all;
            }
            return all;
        });
    }
}
