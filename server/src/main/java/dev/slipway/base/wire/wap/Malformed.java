package dev.slipway.base.wire.wap;

/** Bytes that break their format; carries no stack trace, since anybody may send such. */
public final class Malformed extends RuntimeException {
    private final int offset;
    private final String expected;
    private final String found;

    /** At a byte counted from 0. */
    public Malformed(int offset, String expected, String found) {
        super("at byte %d: expected %s, found %s".formatted(offset, expected, found), null, false, false);
        this.offset = offset;
        this.expected = expected;
        this.found = found;
    }

    /** Where it went wrong, counted from 0. */
    public int offset() {
        return offset;
    }

    /** What should have stood there. */
    public String expected() {
        return expected;
    }

    /** What stood there. */
    public String found() {
        return found;
    }
}
