package dev.slipway.base.fleet;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A negative answer that we planned: a stable code, and a sentence that says what is wrong and what to do.
 *
 * <p>All codes are listed in {@code docs/reference/refusals.md}. It carries no stack trace, so refusing costs no more
 * than
 * answering. Anything unplanned is a fault: another unchecked exception.
 */
public final class Refusal extends RuntimeException {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z-]*\\.[a-z][a-z0-9-]*");

    private final String code;
    private final String sentence;
    private final transient Optional<Duration> retryAfter;

    /**
     * A refusal that asking again does not change.
     *
     * @param code {@code room.reason}, such as {@code settings.unknown-key}; never changes once published
     * @param sentence what is wrong and what to do, for a person; never holds a secret
     */
    public Refusal(String code, String sentence) {
        this(code, sentence, Optional.empty());
    }

    /** A refusal for now: asking again after {@code retryAfter} may be answered. */
    public Refusal(String code, String sentence, Optional<Duration> retryAfter) {
        super(code + ": " + sentence, null, false, false);
        if (!CODE.matcher(code).matches() || sentence.isBlank()) {
            throw new IllegalArgumentException("a refusal needs room.reason and a sentence, not " + code);
        }
        this.code = code;
        this.sentence = sentence;
        this.retryAfter = retryAfter;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** What is wrong and what to do. */
    public String sentence() {
        return sentence;
    }

    /** How long to wait before asking again. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
