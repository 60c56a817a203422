package dev.slipway.core.polling;

import java.util.random.RandomGenerator;

/** How long devices wait that were not served, where the server cannot tell them or they do not look. */
public final class RetryPause {
    /** A device that does not look at {@code Retry-After} asks again after this. */
    public static final int DEAF_SECONDS = 30;

    /** A device that looks adds 0 to this less one, drawn, so that those who were told the same second part. */
    public static final int DRAWN_SECONDS = 2;

    private static final int DROPPED_SECONDS = 10;
    private static final int MAX_SECONDS = 3600;
    private static final int DOUBLINGS_MAX = 12;

    private RetryPause() {}

    /**
     * Seconds until a device asks again whose connection was dropped: ten, and a drawn time that doubles.
     *
     * @param failures in succession before this one
     */
    public static int dropped(int failures, RandomGenerator random) {
        return DROPPED_SECONDS + random.nextInt(doubled(DROPPED_SECONDS, failures));
    }

    /** So many seconds, doubled with each failure, up to an hour. */
    static int doubled(int seconds, int failures) {
        return Math.min(seconds << Math.min(failures, DOUBLINGS_MAX), MAX_SECONDS);
    }
}
