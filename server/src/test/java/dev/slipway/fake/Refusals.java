package dev.slipway.fake;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.base.fleet.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Catches refusals. */
public final class Refusals {
    private Refusals() {}

    /** The refusal of {@code call}; anything else fails the test. */
    public static Refusal of(ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        if (refusal == null) {
            throw new AssertionError("it was not refused");
        }
        return refusal;
    }

    /** Its code. */
    public static String codeOf(ThrowingCallable call) {
        return of(call).code();
    }
}
