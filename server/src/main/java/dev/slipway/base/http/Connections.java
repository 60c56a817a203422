package dev.slipway.base.http;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The connections of a listener, counted, and until when each must have sent its next head.
 *
 * <p>The idle time of the transport alone lets a caller hold a connection for ever by sending a byte a minute; this
 * does
 * not. A request in work has no such time: its body has one of its own ({@link Body}).
 */
final class Connections {
    private static final long NEVER = Long.MAX_VALUE;

    private final Limits limits;
    private final InstantSource clock;
    private final Map<HttpConnection, Waiting> open = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    Connections(Limits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    int count() {
        return count.get();
    }

    void opened(HttpConnection connection) {
        if (count.incrementAndGet() > limits.connectionsMax()) {
            count.decrementAndGet();
            connection.close();
            return;
        }
        open.put(connection, new Waiting(clock.millis() + limits.headWithin().toMillis()));
        connection.closeHandler(closed -> {
            if (open.remove(connection) != null) {
                count.decrementAndGet();
            }
        });
    }

    /** A request of an open connection has its head; its connection waits for the next when it is answered. */
    void began(HttpServerRequest request) {
        Waiting waiting = open.get(request.connection());
        if (waiting != null) {
            waiting.began();
            request.response()
                    .endHandler(ended ->
                            waiting.ended(clock.millis() + limits.idleAfter().toMillis()));
        }
    }

    void closeOverdue() {
        long now = clock.millis();
        open.forEach((connection, waiting) -> {
            if (waiting.until < now) {
                connection.close();
            }
        });
    }

    /** Written by the connection's own event loop only, read by the sweep. */
    private static final class Waiting {
        private volatile long until;
        private int inWork;

        Waiting(long until) {
            this.until = until;
        }

        void began() {
            inWork++;
            until = NEVER;
        }

        void ended(long nextHeadBy) {
            inWork--;
            if (inWork == 0) {
                until = nextHeadBy;
            }
        }
    }
}
