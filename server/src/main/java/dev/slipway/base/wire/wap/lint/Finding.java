package dev.slipway.base.wire.wap.lint;

/**
 * One thing that is wrong.
 *
 * @param item which, in the order of the document, 0 for the first: where its line is found
 * @param path such as {@code PXLOGICAL[1]/PORT[2]/SERVICE}
 * @param code never changes once published
 */
public record Finding(Level level, int item, String path, String code, String sentence) {
    /** How bad. */
    public enum Level {
        /** Phones refuse it or do something else. */
        ERROR,

        /** Phones take it; somebody should look. */
        WARNING
    }
}
