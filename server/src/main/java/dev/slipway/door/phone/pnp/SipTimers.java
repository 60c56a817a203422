package dev.slipway.door.phone.pnp;

import java.time.Duration;

/**
 * How a request is repeated over UDP until it is answered (RFC 3261, section 17.1.2.2 and table 4).
 *
 * @param t1 before the first repetition; doubled each time
 * @param t2 between two repetitions at most
 */
public record SipTimers(Duration t1, Duration t2) {
    /** 500 ms and 4 s. */
    public static final SipTimers USUAL = new SipTimers(Duration.ofMillis(500), Duration.ofSeconds(4));

    private static final int F = 64;

    /** When nobody waits any longer: timer F, 32 s. */
    Duration giveUp() {
        return t1.multipliedBy(F);
    }

    /** How long after a pause of {@code before} the next one is. */
    Duration next(Duration before) {
        Duration doubled = before.multipliedBy(2);
        return doubled.compareTo(t2) < 0 ? doubled : t2;
    }
}
