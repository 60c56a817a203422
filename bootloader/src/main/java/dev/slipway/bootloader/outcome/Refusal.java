package dev.slipway.bootloader.outcome;

import java.time.Duration;
import java.util.Optional;

/**
 * A negative answer that we planned: a stable code, and a sentence that says what is wrong and what to do. It carries
 * no stack trace: it is an answer, not a fault.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final Exit exit;
    private final Duration wait;

    /**
     * Code such as {@code message.not-understood}, the sentence for the person who reads it, and how the process
     * ends.
     */
    public Refusal(String code, String sentence, Exit exit) {
        this(code, sentence, exit, Duration.ZERO);
    }

    private Refusal(String code, String sentence, Exit exit, Duration wait) {
        super(sentence, null, false, false);
        this.code = code;
        this.exit = exit;
        this.wait = wait;
    }

    /** A check that failed: the input is invalid, nothing was installed. */
    public static Refusal check(String code, String sentence) {
        return new Refusal(code, sentence, Exit.CHECK_FAILED);
    }

    /** A server that cannot be reached now. */
    public static Refusal unreachable(String sentence) {
        return new Refusal("server.unreachable", sentence, Exit.UNREACHABLE);
    }

    /** The same refusal with the time after which the server wants to be asked again (RFC 9110 section 10.2.3). */
    public Refusal retryAfter(Duration pause) {
        return new Refusal(code, sentence(), exit, pause);
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** How the process ends when nobody handles this. */
    public Exit exit() {
        return exit;
    }

    /** What the server asked us to wait, if it did. */
    public Optional<Duration> retryAfter() {
        return wait.isZero() ? Optional.empty() : Optional.of(wait);
    }
}
