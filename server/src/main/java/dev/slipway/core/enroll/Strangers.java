package dev.slipway.core.enroll;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.core.enroll.roster.Roster;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Tokens that the roster does not know: a device that logged on at another node a moment ago, one that is no longer
 * admitted, or a guess. Only SQL can tell, so all of them together get {@value #LOOKUPS_PER_SECOND} look-ups a second
 * (DESIGN section 6); whoever comes after is told when to come back, later the more were turned away before. Devices in
 * the roster never wait here.
 */
public final class Strangers {
    /** Some ten times as many as can log on in a second, and a tenth of what the database bears. */
    public static final int LOOKUPS_PER_SECOND = 200;

    /** The code of that refusal. */
    public static final String TOO_MANY = "device.too-many-unknown";

    /** Its sentence. */
    public static final String COME_LATER = "Too many unknown devices ask at once; ask again later.";

    static final Duration WAIT_MAX = Duration.ofSeconds(60);
    private static final long SECOND = 1_000;

    private final Roster roster;
    private final InstantSource clock;
    private long second;
    private int asked;

    /** Those that {@code roster} does not know. */
    public Strangers(Roster roster, InstantSource clock) {
        this.roster = roster;
        this.clock = clock;
    }

    /** Before a token is looked up in SQL: refuses {@code device.too-many-unknown} a stranger who came too late. */
    public void lookUp(Bytes tokenSha256) {
        if (roster.find(tokenSha256.toArray()) < 0) {
            lookUp();
        }
    }

    /** The same before anything else of a stranger is looked up. */
    public void lookUp() {
        if (count() > LOOKUPS_PER_SECOND) {
            throw new Refusal(TOO_MANY, COME_LATER, Optional.of(comeBackIn()));
        }
    }

    /** When a stranger who comes now may come back, for who would be refused; counts nobody else. Never waits long. */
    public synchronized Optional<Duration> turnedAway() {
        if (current() && asked >= LOOKUPS_PER_SECOND) {
            asked++;
            return Optional.of(comeBackIn());
        }
        return Optional.empty();
    }

    private synchronized int count() {
        if (!current()) {
            second = clock.millis() / SECOND;
            asked = 0;
        }
        return ++asked;
    }

    private boolean current() {
        return clock.millis() / SECOND == second;
    }

    /** As many as are before this one need that many seconds of look-ups. */
    private synchronized Duration comeBackIn() {
        return Duration.ofSeconds(Math.min(WAIT_MAX.toSeconds(), 1 + asked / LOOKUPS_PER_SECOND));
    }
}
