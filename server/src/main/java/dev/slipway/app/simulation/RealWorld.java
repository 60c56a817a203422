package dev.slipway.app.simulation;

import dev.slipway.admin.cli.simulate.World;
import dev.slipway.admin.cli.simulate.World.Answer;
import dev.slipway.base.http.Listener;
import dev.slipway.bootloader.protocol.polling.PollingPlan;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.OpenSSLEngineOptions;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A network of sockets. Every request has a connection of its own, closed after the answer, as phones do it. Any
 * certificate is taken: the files are of devices that nobody owns, and a server before its own name is tried out too.
 */
public final class RealWorld implements World.Network {
    private static final System.Logger LOG = System.getLogger(RealWorld.class.getPackageName());
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
    /** A phone that waits longer takes it for lost. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    /** No more than the player lets go at once; it never waits here. */
    private static final int CONNECTIONS_MAX = 4_000;
    /** The largest settings file of a phone that we have seen has 200 KB. */
    private static final int FILE_BYTES_MAX = 1 << 20;

    private final Vertx loops = Listener.loops();
    private final HttpClient client = loops.httpClientBuilder()
            .with(new HttpClientOptions()
                    .setKeepAlive(false)
                    .setConnectTimeout(Math.toIntExact(CONNECT_WITHIN.toMillis()))
                    .setTrustAll(true)
                    .setVerifyHost(false)
                    .setSslEngineOptions(new OpenSSLEngineOptions()))
            .with(new PoolOptions().setHttp1MaxSize(CONNECTIONS_MAX))
            .withConnectHandler(connection -> connection.exceptionHandler(RealWorld::broken))
            .build();
    private final WrittenPlans plans = new WrittenPlans();

    /** A world in real time. */
    public static World open() {
        return new World(new RealWorld(), InstantSource.system(), System::nanoTime);
    }

    /** The request that it breaks is counted; thousands of lines would tell no more. */
    private static void broken(Throwable why) {
        LOG.log(System.Logger.Level.DEBUG, "event=connection-broken", why);
    }

    @Override
    public void get(URI file, Map<String, String> headers, Consumer<Answer> then) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(file.toString())
                .setTimeout(ANSWER_WITHIN.toMillis());
        headers.forEach(options::putHeader);
        client.request(options)
                .compose(HttpClientRequest::send)
                .compose(RealWorld::answer)
                .onComplete(ended -> then.accept(ended.succeeded() ? ended.result() : Answer.NONE));
    }

    private static Future<Answer> answer(HttpClientResponse response) {
        String length =
                Optional.ofNullable(response.getHeader("content-length")).orElse("0");
        if (!length.matches("[0-9]{1,7}") || Integer.parseInt(length) > FILE_BYTES_MAX) {
            response.request().reset();
            return Future.succeededFuture(Answer.NONE);
        }
        return response.body()
                .map(body -> new Answer(response.statusCode(), retryAfter(response), etag(response), body.toString()));
    }

    /** RFC 9110 section 10.2.3, in seconds; a date is not understood, as by many phones. */
    private static Optional<Duration> retryAfter(HttpClientResponse response) {
        return Optional.ofNullable(response.getHeader("retry-after"))
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    private static String etag(HttpClientResponse response) {
        return Optional.ofNullable(response.getHeader("etag")).orElse("");
    }

    @Override
    public Optional<PollingPlan> plan(String file) {
        return plans.in(file);
    }

    @Override
    public void close() {
        client.close().await();
        loops.close().await();
    }
}
