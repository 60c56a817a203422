package dev.slipway.bootloader.protocol.json;

import java.util.Comparator;

/**
 * The two places where UTF-16 shows through: half characters, and an order that differs from the order of
 * characters.
 */
final class Surrogates {
    /**
     * Order by code point, which is also the order of the UTF-8 bytes and the one that TUF's reference implementation
     * sorts by; {@link String#compareTo} would put U+10000 before U+E000.
     */
    static final Comparator<String> BY_CODE_POINT = Surrogates::compare;

    private Surrogates() {}

    /** The index of the first surrogate without its other half, or -1. */
    static int firstLone(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    private static int compare(String left, String right) {
        int common = Math.min(left.length(), right.length());
        for (int i = 0; i < common; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean bothOrNone = Character.isSurrogate(a) == Character.isSurrogate(b);
                return bothOrNone ? Character.compare(a, b) : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
