package dev.slipway.door.relay.steer;

import java.time.Duration;
import java.util.Locale;

/** Where traffic of one nature goes. */
public enum Lane {
    /** What provisions devices. */
    PORTAL(Duration.ofSeconds(75)),
    /** Exchange ActiveSync and Autodiscover; a Ping holds a request open for up to 59 minutes (MS-ASCMD, 2.2.3.79). */
    ACTIVESYNC(Duration.ofMinutes(65)),
    /** Everything else: the connection management server, or any other service over TCP. */
    DEFAULT(Duration.ofMinutes(10));

    private final Duration idle;

    Lane(Duration idle) {
        this.idle = idle;
    }

    /** How long nothing may pass before the connection is ended. */
    public Duration idle() {
        return idle;
    }

    /** As it stands in the configuration, in access lines and in metrics. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
