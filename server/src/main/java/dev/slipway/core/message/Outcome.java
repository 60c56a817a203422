package dev.slipway.core.message;

import java.time.Duration;
import java.util.Optional;

/** What came of giving a message to a gateway. A {@code reason} is for a person and never holds a secret. */
public sealed interface Outcome {
    /**
     * The supplier has it.
     *
     * @param reference by which the supplier knows it; empty when it says none
     */
    record Taken(String reference) implements Outcome {}

    /** The supplier will never send this message, whoever asks. */
    record Refused(String reason) implements Outcome {}

    /**
     * It was surely not sent, and later it may be.
     *
     * @param retryAfter as the supplier wishes; empty when it wishes nothing
     */
    record NotSent(String reason, Optional<Duration> retryAfter) implements Outcome {}

    /** It was surely not sent, and this gateway sends nothing until somebody mends it: credentials, credit. */
    record Broken(String reason) implements Outcome {}

    /** It may have been sent. */
    record Unknown(String reason) implements Outcome {}
}
