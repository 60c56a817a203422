package dev.slipway.base.http;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What a listener does twice a second: it writes the Date anew (RFC 9110, section 6.6.1) and looks for overdue callers.
 */
final class Clocked {
    /** IMF-fixdate, RFC 9110, section 5.6.7. */
    static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final Duration PERIOD = Duration.ofMillis(500);

    private final Vertx vertx;
    private final InstantSource clock;
    private final long timer;
    private volatile String date;

    Clocked(Vertx vertx, InstantSource clock, Runnable sweep) {
        this.vertx = vertx;
        this.clock = clock;
        this.date = FORMAT.format(clock.instant());
        this.timer = vertx.setPeriodic(PERIOD.toMillis(), id -> {
            date = FORMAT.format(this.clock.instant());
            sweep.run();
        });
    }

    String date() {
        return date;
    }

    void stop() {
        vertx.cancelTimer(timer);
    }
}
