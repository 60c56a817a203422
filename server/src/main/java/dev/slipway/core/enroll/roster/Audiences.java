package dev.slipway.core.enroll.roster;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sets of groups, each kept once: thousands of devices share a few hundred sets. One writer, readers without a lock.
 */
final class Audiences {
    private final Map<List<Long>, Integer> numbers = new HashMap<>();
    private volatile long[][] groups = new long[16][];

    Audiences() {
        intern(List.of());
    }

    /** The number of this sorted set. */
    int intern(List<Long> sorted) {
        Integer known = numbers.get(sorted);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        long[][] room = number < groups.length ? groups : Arrays.copyOf(groups, 2 * groups.length);
        room[number] = sorted.stream().mapToLong(Long::longValue).toArray();
        groups = room;
        numbers.put(List.copyOf(sorted), number);
        return number;
    }

    /** The groups of the set of that number; not to be changed. */
    long[] groups(int number) {
        return groups[number];
    }
}
