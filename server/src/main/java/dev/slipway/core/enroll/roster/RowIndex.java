package dev.slipway.core.enroll.roster;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Finds a row by the number in one of its columns, for one writer and any number of readers that take no lock: open
 * addressing with linear steps, 4 bytes a slot, between a half and two thirds of the slots used.
 *
 * <p>A slot holds the row only; the number it is found by stands in the column, which the caller hands in. So a key is
 * kept once, and a row costs 6 to 8 bytes here.
 *
 * <p>How a reader stays right: it takes the column before the slots, and a row that the column is too short for is one
 * that came after; it is passed over. A row is entered after its column is written; a slot never becomes free again
 * while the array lives, so no search ends too early. Growing builds a new array and publishes it with one volatile
 * write; a reader still on the old one answers as of just before. Whatever a reader finds has the number it looks for,
 * or had it a moment ago: what else it needs of the row it must check itself.
 */
final class RowIndex {
    /** What {@code find} answers when there is no such row. */
    static final int NONE = -1;

    private static final int FREE = 0;
    private static final int LEFT = -1;
    private static final int SLOTS_MIN = 16;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(int[].class);

    private volatile int[] slots = new int[SLOTS_MIN];
    private int taken;

    /** The row whose {@code column} is {@code key}, or {@link #NONE}. */
    int find(long[] column, long key) {
        int[] now = slots;
        int at = first(now, key);
        while (true) {
            int row = (int) SLOT.getAcquire(now, at) - 1;
            if (row == FREE - 1) {
                return NONE;
            }
            if (row >= 0 && row < column.length && column[row] == key) {
                return row;
            }
            at = next(now, at);
        }
    }

    /** Enters a row whose {@code column} is {@code key}; only one thread at a time may write, and a row only once. */
    void add(long[] column, long key, int row) {
        if (3L * (taken + 1) > 2L * slots.length) {
            rebuild(column);
        }
        taken += enter(slots, key, row) ? 1 : 0;
    }

    /** Takes a row out that was entered by this {@code key}. */
    void remove(long key, int row) {
        int[] now = slots;
        for (int at = first(now, key); now[at] != FREE; at = next(now, at)) {
            if (now[at] == row + 1) {
                SLOT.setRelease(now, at, LEFT);
                return;
            }
        }
    }

    /** Bytes that it occupies. */
    long bytes() {
        return (long) Integer.BYTES * slots.length;
    }

    /** True when a free slot was taken, not one that another row had left. */
    private static boolean enter(int[] slots, long key, int row) {
        int at = first(slots, key);
        while (slots[at] > FREE) {
            at = next(slots, at);
        }
        boolean fresh = slots[at] == FREE;
        SLOT.setRelease(slots, at, row + 1);
        return fresh;
    }

    private static int first(int[] slots, long key) {
        return (int) ((((key * SPREAD) >>> Integer.SIZE) * slots.length) >>> Integer.SIZE);
    }

    private static int next(int[] slots, int at) {
        return at + 1 == slots.length ? 0 : at + 1;
    }

    private void rebuild(long[] column) {
        int[] old = slots;
        int rows = 0;
        for (int slot : old) {
            rows += slot > FREE ? 1 : 0;
        }
        int[] larger = new int[Math.max(SLOTS_MIN, 2 * (rows + 1))];
        for (int slot : old) {
            if (slot > FREE) {
                enter(larger, column[slot - 1], slot - 1);
            }
        }
        taken = rows;
        slots = larger;
    }
}
