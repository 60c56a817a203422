package dev.slipway.base.fleet;

/**
 * An answer we planned: no, with a stable code and a sentence that says what is wrong and what to do (DESIGN.md section
 * 9). It carries no stack trace, so refusing costs no more than answering. Anything unplanned is a fault, another
 * unchecked exception.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final String sentence;

    /**
     * Refuses.
     *
     * @param code {@code room.reason} in lower case, for example {@code data.in-use}; it never changes once published
     * @param sentence what is wrong and what to do, for a person; never holds a secret
     */
    public Refusal(String code, String sentence) {
        super(code + ": " + sentence, null, false, false);
        if (code.indexOf('.') <= 0 || sentence.isBlank()) {
            throw new IllegalArgumentException("a refusal needs room.reason and a sentence, not " + code);
        }
        this.code = code;
        this.sentence = sentence;
    }

    /** The stable code, {@code room.reason}. */
    public String code() {
        return code;
    }

    /** What is wrong and what to do. */
    public String sentence() {
        return sentence;
    }
}
