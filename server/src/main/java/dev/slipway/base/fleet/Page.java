package dev.slipway.base.fleet;

/**
 * Which part of a list is wanted: at most {@code size} records after the one with the id {@code after}, by id.
 *
 * @param after 0 for the first page
 * @param size 1 to {@value #SIZE_MAX}
 */
public record Page(long after, int size) {
    /** More than this is asked for page by page. */
    public static final int SIZE_MAX = 1000;

    public Page {
        if (after < 0 || size < 1 || size > SIZE_MAX) {
            throw new IllegalArgumentException("a page has 1 to " + SIZE_MAX + " records: " + size);
        }
    }

    /** {@code after} as ids are written. */
    public String cursor() {
        return new Id<>(after).toString();
    }

    /** The first {@code size} records. */
    public static Page first(int size) {
        return new Page(0, size);
    }
}
