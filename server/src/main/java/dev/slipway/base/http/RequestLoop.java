package dev.slipway.base.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The outermost loop of a door: does the work of a request and sends its answer. A refusal becomes the answer that
 * the door
 * gives it; a fault is logged here, once, with an id that its 500 carries too.
 */
public final class RequestLoop {
    private static final System.Logger LOG = System.getLogger(RequestLoop.class.getPackageName());

    private static final Duration LINGER = Duration.ofSeconds(2);

    private final OffLoop offLoop;
    private final RandomGenerator random;
    private final Function<Throwable, Optional<Answer>> refusals;

    /** Empty from {@code refusals} means: that was none, but a fault. */
    public RequestLoop(OffLoop offLoop, RandomGenerator random, Function<Throwable, Optional<Answer>> refusals) {
        this.offLoop = offLoop;
        this.random = random;
        this.refusals = refusals;
    }

    /** Answers from memory, on the event loop. */
    public void onLoop(HttpServerRequest request, Supplier<Answer> work) {
        finish(request, Future.succeededFuture().map(now -> work.get()));
    }

    /** Answers after work that may block. */
    public void offLoop(HttpServerRequest request, Callable<Answer> work) {
        finish(request, offLoop.run(work));
    }

    /**
     * Reads the body, takes from it on the event loop what the work needs, then answers after that work, which may
     * block. What {@code take} throws is answered at once.
     */
    public void withJson(HttpServerRequest request, Body limits, Function<Buffer, Callable<Answer>> take) {
        finish(request, limits.json(request).compose(body -> offLoop.run(take.apply(body))));
    }

    /** Reads a body of any media type, then answers after work that may block. */
    public void withBody(HttpServerRequest request, Body limits, Function<Buffer, Answer> work) {
        finish(request, limits.read(request).compose(body -> offLoop.run(() -> work.apply(body))));
    }

    /** Ends an answer that broke in the middle: the caller must not take it for complete. */
    static void cut(HttpServerRequest request, Throwable cause) {
        LOG.log(System.Logger.Level.DEBUG, () -> "answer-cut path=" + request.path() + " cause=" + cause);
        request.connection().close();
    }

    private void finish(HttpServerRequest request, Future<Answer> answer) {
        answer.onComplete(done -> send(request, done.succeeded() ? done.result() : answerTo(request, done.cause())));
    }

    private void send(HttpServerRequest request, Answer answer) {
        if (request.response().closed() || request.response().ended()) {
            return;
        }
        boolean unread = request.version() != HttpVersion.HTTP_2 && !request.isEnded() && hasBody(request);
        if (unread) {
            request.response().putHeader("connection", "close");
        }
        answer.send(request);
        if (unread) {
            linger(request);
        }
    }

    /**
     * Throws away what still comes of a body that nobody reads, then closes: closing over unread bytes would reset the
     * connection, and a reset takes the answer with it (RFC 9112, section 9.6).
     */
    private static void linger(HttpServerRequest request) {
        Vertx.currentContext().owner().setTimer(LINGER.toMillis(), id -> request.connection()
                .close());
        request.handler(rest -> {})
                .exceptionHandler(broken -> request.connection().close())
                .endHandler(end -> request.connection().close())
                .resume();
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader("content-length");
        return request.headers().contains("transfer-encoding") || (length != null && !length.equals("0"));
    }

    private Answer answerTo(HttpServerRequest request, Throwable thrown) {
        if (thrown instanceof RequestRefused refused) {
            return refused.problem();
        }
        return refusals.apply(thrown).orElseGet(() -> fault(request, thrown));
    }

    private Answer fault(HttpServerRequest request, Throwable thrown) {
        String id = HexFormat.of().toHexDigits(random.nextLong());
        LOG.log(System.Logger.Level.ERROR, "request-failed request=" + id + " method=" + request.method(), thrown);
        return new Problem(500, "http.fault", "The server failed; tell its operator the number " + id + ".");
    }
}
