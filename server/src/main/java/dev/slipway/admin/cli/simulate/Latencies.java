package dev.slipway.admin.cli.simulate;

import java.util.Arrays;

/**
 * How long answers took, in classes that are an eighth of a doubling wide: a figure is at most 9 % too high, and all of
 * them take 2 KB.
 */
final class Latencies {
    private static final int CLASSES_PER_DOUBLING = 8;
    private static final int CLASS_COUNT = 256;
    /** The first class ends here. */
    private static final double LEAST_NANOS = 10_000;

    private final long[] counts = new long[CLASS_COUNT];

    void count(long nanos) {
        double doublings = Math.log(Math.max(1, nanos / LEAST_NANOS)) / Math.log(2);
        counts[Math.min(CLASS_COUNT - 1, (int) Math.ceil(doublings * CLASSES_PER_DOUBLING))]++;
    }

    /** Milliseconds within which this share of the answers came; 0 without any. */
    double millis(double share) {
        long all = Arrays.stream(counts).sum();
        long wanted = (long) Math.ceil(share * all);
        long sum = 0;
        int index = 0;
        while (index < CLASS_COUNT && sum + counts[index] < wanted) {
            sum += counts[index++];
        }
        return all == 0 ? 0 : LEAST_NANOS * Math.pow(2, (double) index / CLASSES_PER_DOUBLING) / 1e6;
    }
}
