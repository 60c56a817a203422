package dev.slipway.core.enroll;

/**
 * Patterns with {@code *} (any characters) and {@code ?} (one): at most length of pattern times length of text steps,
 * because only the last star is ever reconsidered.
 */
final class Wildcard {
    private Wildcard() {}

    /** Whether the whole of {@code text} is as {@code pattern} says. */
    static boolean matches(String pattern, String text) {
        int inPattern = 0;
        int inText = 0;
        int afterStar = -1;
        int retryAt = 0;
        while (inText < text.length()) {
            if (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
                afterStar = ++inPattern;
                retryAt = inText;
            } else if (inPattern < pattern.length() && isOne(pattern.charAt(inPattern), text.charAt(inText))) {
                inPattern++;
                inText++;
            } else if (afterStar >= 0) {
                inPattern = afterStar;
                inText = ++retryAt;
            } else {
                return false;
            }
        }
        return pattern.substring(inPattern).chars().allMatch(c -> c == '*');
    }

    private static boolean isOne(char wanted, char found) {
        return wanted == '?' || wanted == found;
    }
}
