package dev.slipway.base.wire.xml;

/** A text that is no XML, or more of it than is read; its message is a sentence for a person. */
public final class XmlMalformed extends Exception {
    /** At a line, 1 for the first. */
    public XmlMalformed(int line, String sentence) {
        super("line " + line + ": " + sentence, null, false, false);
    }
}
