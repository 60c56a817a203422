package dev.slipway.admin.cli.simulate;

import dev.slipway.base.http.Limits;
import dev.slipway.base.http.Listener;
import dev.slipway.base.http.Listening;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** A portal on loopback that answers as a rule says, and notes who asked when. */
final class FakePortal implements AutoCloseable {
    /** A file that everybody gets. */
    static final Reply FILE = new Reply(200, "", "\"one\"", "<settings/>");

    private final Vertx loops = Listener.loops();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final Function<Seen, Reply> rule;
    private final LongSupplier nanos;
    private final Listening listening;

    FakePortal(LongSupplier nanos, Function<Seen, Reply> rule) {
        this.nanos = nanos;
        this.rule = rule;
        this.listening = new Listener("127.0.0.1", 0, Optional.empty(), Limits.USUAL)
                .start(loops, InstantSource.system(), this::answer);
    }

    /**
     * A request.
     *
     * @param time how often this path was asked before
     * @param at by the clock of the play
     */
    record Seen(String path, String userAgent, String ifNoneMatch, int time, long at) {}

    /** What it is answered; texts are empty for headers that are not sent. */
    record Reply(int status, String retryAfter, String etag, String body) {
        static Reply refusal(int seconds) {
            return new Reply(503, Integer.toString(seconds), "", "");
        }
    }

    private void answer(HttpServerRequest request) {
        var now = new Seen(
                request.path(),
                Optional.ofNullable(request.getHeader("user-agent")).orElse(""),
                Optional.ofNullable(request.getHeader("if-none-match")).orElse(""),
                of(request.path()).size(),
                nanos.getAsLong());
        seen.add(now);
        Reply reply = rule.apply(now);
        var response = request.response().setStatusCode(reply.status);
        if (!reply.retryAfter.isEmpty()) {
            response.putHeader("retry-after", reply.retryAfter);
        }
        if (!reply.etag.isEmpty()) {
            response.putHeader("etag", reply.etag);
        }
        response.end(reply.body);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + listening.port());
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }

    /** Those of one path, in order. */
    List<Seen> of(String path) {
        return seen.stream().filter(one -> one.path().equals(path)).toList();
    }

    @Override
    public void close() {
        listening.stop();
        loops.close().await();
    }
}
