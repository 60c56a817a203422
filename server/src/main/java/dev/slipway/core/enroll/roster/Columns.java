package dev.slipway.core.enroll.roster;

import java.util.Arrays;

/**
 * One array per field of a row, {@value #ROW_BYTES} bytes a device. The arrays are replaced together when they grow,
 * by a quarter, so that a reader that took one {@code Columns} always finds every field of a row.
 */
final class Columns {
    /** Nine numbers of eight bytes, five of four, one of one. */
    static final int ROW_BYTES = 9 * Long.BYTES + 5 * Integer.BYTES + 1;

    final long[] device;
    final long[] tokenHigh;
    final long[] tokenLow;
    final long[] pin;
    final long[] mac;
    final long[] etag;
    final long[] edition;
    final long[] serial;
    final long[] user;
    final int[] tenant;
    final int[] type;
    final int[] audience;
    final int[] renewAt;
    final int[] generation;
    final boolean[] admitted;

    Columns(int capacity) {
        device = new long[capacity];
        tokenHigh = new long[capacity];
        tokenLow = new long[capacity];
        pin = new long[capacity];
        mac = new long[capacity];
        etag = new long[capacity];
        edition = new long[capacity];
        serial = new long[capacity];
        user = new long[capacity];
        tenant = new int[capacity];
        type = new int[capacity];
        audience = new int[capacity];
        renewAt = new int[capacity];
        generation = new int[capacity];
        admitted = new boolean[capacity];
    }

    private Columns(Columns from, int capacity) {
        device = Arrays.copyOf(from.device, capacity);
        tokenHigh = Arrays.copyOf(from.tokenHigh, capacity);
        tokenLow = Arrays.copyOf(from.tokenLow, capacity);
        pin = Arrays.copyOf(from.pin, capacity);
        mac = Arrays.copyOf(from.mac, capacity);
        etag = Arrays.copyOf(from.etag, capacity);
        edition = Arrays.copyOf(from.edition, capacity);
        serial = Arrays.copyOf(from.serial, capacity);
        user = Arrays.copyOf(from.user, capacity);
        tenant = Arrays.copyOf(from.tenant, capacity);
        type = Arrays.copyOf(from.type, capacity);
        audience = Arrays.copyOf(from.audience, capacity);
        renewAt = Arrays.copyOf(from.renewAt, capacity);
        generation = Arrays.copyOf(from.generation, capacity);
        admitted = Arrays.copyOf(from.admitted, capacity);
    }

    int capacity() {
        return device.length;
    }

    long bytes() {
        return (long) ROW_BYTES * capacity();
    }

    Columns grown() {
        return new Columns(this, capacity() + capacity() / 4);
    }
}
