package dev.slipway.bootloader.protocol.json;

/** Bytes or a document that break the format: where, what was expected and what was found. Code {@value #CODE}. */
public final class Malformed extends RuntimeException {
    /** The stable code that a caller answers with. */
    public static final String CODE = "json.malformed";

    private static final long serialVersionUID = 1;

    private final String place;
    private final String expected;
    private final String found;

    /** At a byte of the input, counted from 0. */
    public Malformed(int offset, String expected, String found) {
        this("byte " + offset, expected, found);
    }

    /** At a place named in words: {@code byte 12}, or a JSON Pointer (RFC 6901) such as {@code /signed/version}. */
    public Malformed(String place, String expected, String found) {
        super(CODE + ": at " + place + " expected " + expected + ", found " + found);
        this.place = place;
        this.expected = expected;
        this.found = found;
    }

    /** Where: {@code byte N} or a JSON Pointer. */
    public String place() {
        return place;
    }

    /** What the format wants there. */
    public String expected() {
        return expected;
    }

    /** What stood there. */
    public String found() {
        return found;
    }
}
