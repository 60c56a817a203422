package dev.slipway.base.fleet;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A negative answer that we planned: a stable code, and a sentence that says what is wrong and what to do.
 *
 * <p>All codes are listed in {@code docs/reference/refusals.md}. It carries no stack trace: it is an answer, not a
 * fault.
 */
public final class Refusal extends RuntimeException {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z-]*\\.[a-z][a-z0-9-]*");

    private final String code;
    private final transient Optional<Duration> retryAfter;

    /** Code such as {@code settings.unknown-key}, and the sentence for the person who reads it. */
    public Refusal(String code, String sentence) {
        this(code, sentence, Optional.empty());
    }

    /** A refusal that holds only for now: the same request may succeed after {@code retryAfter}. */
    public Refusal(String code, String sentence, Duration retryAfter) {
        this(code, sentence, Optional.of(retryAfter));
    }

    private Refusal(String code, String sentence, Optional<Duration> retryAfter) {
        super(sentence, null, false, false);
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("a code reads room.reason: " + code);
        }
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** When to come again; empty when waiting changes nothing. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
