package dev.slipway.base.fleet;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The lasting name of one record: 63 random bits, written as 13 characters of Crockford's base32 in lower case.
 *
 * <p>Random, so that it tells nothing about how many records there are; the type parameter keeps a user's id out of a
 * device's place. It never changes and is never used twice.
 *
 * @param <T> the record it names
 * @param value 1 or more
 */
public record Id<T>(long value) implements Comparable<Id<T>> {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 13;
    private static final int BITS_PER_CHARACTER = 5;

    public Id {
        if (value < 1) {
            throw new IllegalArgumentException("an id is positive: " + value);
        }
    }

    /** A new random id. */
    public static <T> Id<T> next(RandomGenerator random) {
        return new Id<>(random.nextLong(1, Long.MAX_VALUE));
    }

    /** The id written as {@code text}, in either case; empty when it is none. */
    public static <T> Optional<Id<T>> parse(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        long value = 0;
        for (int i = 0; i < LENGTH; i++) {
            int digit = ALPHABET.indexOf(Character.toLowerCase(text.charAt(i)));
            if (digit < 0 || (i == 0 && digit > 7)) {
                return Optional.empty();
            }
            value = value << BITS_PER_CHARACTER | digit;
        }
        return value < 1 ? Optional.empty() : Optional.of(new Id<>(value));
    }

    @Override
    public int compareTo(Id<T> other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        char[] text = new char[LENGTH];
        long rest = value;
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = ALPHABET.charAt((int) (rest & 31));
            rest >>>= BITS_PER_CHARACTER;
        }
        return new String(text);
    }
}
