package dev.slipway.base.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The Range field in bytes (RFC 9110, section 14.2).
 *
 * <p>A field that we do not understand, or that asks for more than {@value #COUNT_MAX} ranges, or for bytes twice, is
 * ignored: the caller gets the whole, which is always right (section 14.2, and section 17.15 on abuse).
 */
sealed interface Ranges {
    /** More ranges than this only an attack asks for. */
    int COUNT_MAX = 16;

    /** All bytes, as if there had been no Range. */
    record Whole() implements Ranges {}

    /** Nothing that was asked for exists: 416. */
    record Unsatisfiable() implements Ranges {}

    /** One or more slices, in the order asked for; none is empty and no two overlap. */
    record Slices(List<Slice> slices) implements Ranges {
        public Slices {
            slices = List.copyOf(slices);
        }
    }

    /** {@code length} bytes from {@code offset}. */
    record Slice(long offset, long length) {
        String contentRange(long total) {
            return "bytes " + offset + "-" + (offset + length - 1) + "/" + total;
        }

        private boolean overlaps(Slice other) {
            return offset < other.offset + other.length && other.offset < offset + length;
        }
    }

    /** Reads the field for a representation of {@code total} bytes; an empty field asks for the whole. */
    static Ranges parse(String field, long total) {
        String unit = "bytes=";
        if (!field.regionMatches(true, 0, unit, 0, unit.length())) {
            return new Whole();
        }
        String[] specs = field.substring(unit.length()).split(",", COUNT_MAX + 1);
        if (specs.length > COUNT_MAX) {
            return new Whole();
        }
        var slices = new ArrayList<Slice>();
        for (String spec : specs) {
            Optional<Slice> read = slice(spec.strip(), total);
            if (read.isEmpty() || slices.stream().anyMatch(read.get()::overlaps)) {
                return new Whole();
            }
            if (read.get().length() > 0) {
                slices.add(read.get());
            }
        }
        return slices.isEmpty() ? new Unsatisfiable() : new Slices(slices);
    }

    /** Empty when it is no range; of length 0 when it is one that cannot be satisfied. */
    private static Optional<Slice> slice(String spec, long total) {
        int dash = spec.indexOf('-');
        if (dash < 0) {
            return Optional.empty();
        }
        Optional<Long> first = number(spec.substring(0, dash));
        Optional<Long> last = number(spec.substring(dash + 1));
        if (dash == 0) {
            return last.map(suffix -> new Slice(total - Math.min(suffix, total), Math.min(suffix, total)));
        }
        if (first.isEmpty() || (last.isEmpty() && dash + 1 < spec.length())) {
            return Optional.empty();
        }
        long from = first.get();
        long to = Math.min(last.orElse(Long.MAX_VALUE), total - 1);
        if (last.isPresent() && last.get() < from) {
            return Optional.empty();
        }
        return Optional.of(new Slice(from, Math.max(0, from >= total ? 0 : to - from + 1)));
    }

    /** Digits only; so many that they pass 18 are as good as endless. */
    private static Optional<Long> number(String digits) {
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        return Optional.of(digits.length() > 18 ? Long.MAX_VALUE / 2 : Long.parseLong(digits));
    }
}
