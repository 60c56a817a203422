package dev.slipway.base.wire.wap.security;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** What a person types in. Its text form does not show it. */
public record Pin(String digits) {
    /**
     * Digits of a PIN that we make. Whoever holds the message tries all of four digits in less than a second, of six in
     * some seconds; what protects is that the message and the PIN go different ways.
     */
    public static final int LENGTH = 6;

    /** Longest PIN; phones have a field of this size. */
    public static final int LENGTH_MAX = 16;

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,16}");
    private static final int DECIMAL = 10;

    public Pin {
        if (!isPin(digits)) {
            throw new IllegalArgumentException("a PIN has 1 to %d digits".formatted(LENGTH_MAX));
        }
    }

    /** Whether the text is one. */
    public static boolean isPin(String digits) {
        return DIGITS.matcher(digits).matches();
    }

    /** One of {@link #LENGTH} digits. */
    public static Pin random(RandomGenerator random) {
        return new Pin(digits(random, LENGTH));
    }

    static String digits(RandomGenerator random, int count) {
        return random.ints(count, 0, DECIMAL)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    /** Whether it has fewer digits than we would give it. */
    public boolean isShort() {
        return digits.length() < LENGTH;
    }

    byte[] ascii() {
        return digits.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "*".repeat(LENGTH);
    }
}
