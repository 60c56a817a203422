package dev.slipway.base.wire.csv;

/** A text that cannot be read as one of separated fields; its message is a sentence for a person. */
public final class CsvMalformed extends Exception {
    private final int line;

    CsvMalformed(int line, String sentence) {
        super("line " + line + ": " + sentence, null, false, false);
        this.line = line;
    }

    /** 1 for the first; 0 for the file as a whole. */
    public int line() {
        return line;
    }
}
