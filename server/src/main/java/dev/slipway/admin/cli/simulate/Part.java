package dev.slipway.admin.cli.simulate;

import dev.slipway.admin.cli.simulate.World.Answer;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * A part of a play: when each phone asks. All times are nanoseconds since the part began; none means that the phone
 * asks no more.
 */
interface Part {
    /** How it is called in the report. */
    String name();

    /** After this nobody asks, and who was asked is awaited. */
    Duration length();

    /**
     * How many are under way at once; the others wait. Where phones ask back to back this is what makes the load, and
     * an answer is timed from its request; elsewhere from the moment at which the phone wanted to ask.
     */
    default int atOnce() {
        return Play.AT_ONCE_MAX;
    }

    /** Whether a phone asks as soon as there is room for it. */
    default boolean isBackToBack() {
        return false;
    }

    /** When the phone of that index asks first. */
    OptionalLong first(int index, Phone phone);

    /** When a phone asks again that asked at {@code due}, whatever it is answered. */
    default OptionalLong afterAsking(Phone phone, long due) {
        return OptionalLong.empty();
    }

    /** When a phone asks again that was answered at {@code now}. */
    OptionalLong afterAnswer(Phone phone, Answer answer, long now);
}
