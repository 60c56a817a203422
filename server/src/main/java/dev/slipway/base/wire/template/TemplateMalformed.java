package dev.slipway.base.wire.template;

/** A text that is no template. */
public final class TemplateMalformed extends Exception {
    private static final long serialVersionUID = 1;

    /** {@code offset} counts characters from 0. */
    TemplateMalformed(int offset, String why) {
        super("at character " + (offset + 1) + ": " + why);
    }
}
