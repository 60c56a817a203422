package dev.slipway.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.admin.cli.simulate.World;
import dev.slipway.admin.cli.simulate.World.Answer;
import dev.slipway.base.http.Limits;
import dev.slipway.base.http.Listener;
import dev.slipway.base.http.Listening;
import dev.slipway.bootloader.protocol.polling.PollingPlan;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RealWorldTest {
    private final Vertx loops = Listener.loops();
    private final World world = RealWorld.open();

    @AfterEach
    void close() {
        world.close();
        loops.close().await();
    }

    @Test
    void an_answer_comes_with_what_phones_look_at() {
        Listening listening = serve(request -> request.response()
                .putHeader("etag", "\"" + request.getHeader("user-agent") + "\"")
                .putHeader("retry-after", "7")
                .setStatusCode(503)
                .end("later"));
        Answer answer = get(listening.port(), Map.of("User-Agent", "a phone"));

        assertThat(answer).isEqualTo(new Answer(503, Optional.of(Duration.ofSeconds(7)), "\"a phone\"", "later"));
        listening.stop();
    }

    @Test
    void a_phone_closes_its_connection() {
        Listening listening = serve(request -> request.response().end(String.valueOf(request.getHeader("connection"))));

        assertThat(get(listening.port(), Map.of()).body()).isEqualTo("close");
        listening.stop();
    }

    @Test
    void where_nobody_listens_nothing_comes_back() {
        Listening listening = serve(request -> request.response().end());
        int port = listening.port();
        listening.stop();

        assertThat(get(port, Map.of())).isEqualTo(Answer.NONE);
    }

    @Test
    void a_broken_connection_and_a_file_without_end_are_no_answer() {
        Listening listening = serve(request -> {
            if (request.path().equals("/long")) {
                request.response().putHeader("content-length", "1048577").write("x");
            } else {
                request.connection().close();
            }
        });

        assertThat(get(listening.port(), Map.of())).isEqualTo(Answer.NONE);
        assertThat(get(URI.create("http://127.0.0.1:" + listening.port() + "/long"), Map.of()))
                .isEqualTo(Answer.NONE);
        listening.stop();
    }

    @Test
    void the_plan_of_a_snom_file_is_read() {
        String file = """
                <settings><phone-settings>
                <prov_polling_enabled perm="R">on</prov_polling_enabled>
                <prov_polling_mode perm="R">rnd</prov_polling_mode>
                <prov_polling_period perm="R">86400</prov_polling_period>
                <prov_polling_time perm="R">22:00</prov_polling_time>
                <prov_polling_time_rnd_end perm="R">06:00</prov_polling_time_rnd_end>
                </phone-settings></settings>
                """;
        assertThat(world.network().plan(file))
                .contains(PollingPlan.rnd(Duration.ofDays(1), LocalTime.of(22, 0), LocalTime.of(6, 0)));
        assertThat(world.network().plan(file.replace(">on<", ">off<"))).isEmpty();
        assertThat(world.network().plan(file.replace(">rnd<", ">sometimes<"))).isEmpty();
        assertThat(world.network().plan("<settings><phone-settings>")).isEmpty();
        assertThat(world.network().plan("no file of a phone")).isEmpty();
    }

    private Listening serve(Handler<HttpServerRequest> handler) {
        return new Listener("127.0.0.1", 0, Optional.empty(), Limits.USUAL)
                .start(loops, InstantSource.system(), handler);
    }

    private Answer get(int port, Map<String, String> headers) {
        return get(URI.create("http://127.0.0.1:" + port + "/d/one/settings.xml"), headers);
    }

    private Answer get(URI file, Map<String, String> headers) {
        var came = new CompletableFuture<Answer>();
        world.network().get(file, headers, came::complete);
        return came.orTimeout(60, TimeUnit.SECONDS).join();
    }
}
