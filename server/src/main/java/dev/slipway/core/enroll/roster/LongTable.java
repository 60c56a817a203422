package dev.slipway.core.enroll.roster;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A map from long to long for one writer and any number of readers that take no lock: open addressing with linear
 * steps, 16 bytes a slot, at most half of the slots used.
 *
 * <p>How a reader stays right: a slot's key is written last and never changes while the arrays live, so a reader that
 * sees the key sees a value written for it. Growing builds new arrays and publishes them with one volatile write; a
 * reader still on the old arrays answers as of just before. Key 0 means free and cannot be stored.
 */
final class LongTable {
    /** What {@code get} answers for a key that is not there; cannot be stored. */
    static final long NONE = Long.MIN_VALUE;

    private static final int SLOTS_MIN = 16;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);

    private volatile long[] cells = new long[2 * SLOTS_MIN];
    private int size;

    /** The value of {@code key}, or {@link #NONE}. */
    long get(long key) {
        long[] now = cells;
        int slot = slot(now, key);
        return key != 0 && (long) CELL.getAcquire(now, slot) == key ? (long) CELL.getAcquire(now, slot + 1) : NONE;
    }

    /** Stores it; only one thread at a time may write. */
    void put(long key, long value) {
        if (key == 0 || value == NONE) {
            throw new IllegalArgumentException("key 0 and value NONE cannot be stored");
        }
        if (2 * (size + 1) > cells.length / 2) {
            grow();
        }
        if (store(cells, key, value)) {
            size++;
        }
    }

    /** How many keys it holds. */
    int size() {
        return size;
    }

    /** Bytes that it occupies. */
    long bytes() {
        return 8L * cells.length;
    }

    private static boolean store(long[] cells, long key, long value) {
        int slot = slot(cells, key);
        boolean added = cells[slot] == 0;
        CELL.setRelease(cells, slot + 1, value);
        CELL.setRelease(cells, slot, key);
        return added;
    }

    /** Index of the slot with {@code key}, or of the free one where it would stand. */
    private static int slot(long[] cells, long key) {
        int mask = cells.length / 2 - 1;
        int slot = (int) ((key * SPREAD) >>> 32) & mask;
        while (true) {
            long found = (long) CELL.getAcquire(cells, 2 * slot);
            if (found == key || found == 0) {
                return 2 * slot;
            }
            slot = (slot + 1) & mask;
        }
    }

    private void grow() {
        long[] old = cells;
        long[] larger = new long[2 * old.length];
        for (int slot = 0; slot < old.length; slot += 2) {
            if (old[slot] != 0) {
                store(larger, old[slot], old[slot + 1]);
            }
        }
        cells = larger;
    }
}
