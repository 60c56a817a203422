package dev.slipway.base.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class RequestLoopTest {
    private static final class Planned extends RuntimeException {}

    @Test
    void a_planned_answer_is_the_doors_and_a_fault_gets_500_with_a_number() throws IOException {
        var loop = new RequestLoop(
                new OffLoop(Executors.newVirtualThreadPerTaskExecutor(), 4),
                new Random(1),
                thrown -> thrown instanceof Planned
                        ? Optional.of(new Problem(429, "test.planned", "Wait.", Optional.of(Duration.ofMillis(1_200))))
                        : Optional.empty());
        try (Served served = Served.plain(
                Limits.USUAL,
                request -> loop.offLoop(request, () -> {
                    if ("/planned".equals(request.path())) {
                        throw new Planned();
                    }
                    throw new IOException("the secret inside");
                }))) {
            assertThat(get(served, "/planned"))
                    .contains(" 429 ")
                    .containsIgnoringCase("retry-after: 2\r\n")
                    .containsIgnoringCase("content-type: application/problem+json")
                    .contains("\"type\":\"about:blank\"", "\"title\":\"Too Many Requests\"", "\"status\":429")
                    .contains("\"detail\":\"Wait.\"", "\"code\":\"test.planned\"");
            assertThat(get(served, "/fault"))
                    .contains(" 500 ")
                    .contains("http.fault")
                    .doesNotContain("secret");
        }
    }

    @Test
    void more_work_than_allowed_is_refused_at_once() throws Exception {
        var busy = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var loop = new RequestLoop(
                new OffLoop(Executors.newVirtualThreadPerTaskExecutor(), 1), new Random(1), thrown -> Optional.empty());
        try (Served served = Served.plain(
                        Limits.USUAL,
                        request -> loop.offLoop(request, () -> {
                            busy.countDown();
                            go.await();
                            return Content.none();
                        }));
                Caller first = Caller.plain(served.port())) {
            first.say("GET / HTTP/1.0\r\n\r\n");
            busy.await();
            assertThat(get(served, "/")).contains(" 503 ").contains("http.busy").containsIgnoringCase("retry-after: 2");
            go.countDown();
            assertThat(first.all()).contains(" 204 ");
        }
    }

    @Test
    void the_one_not_found_is_the_same_every_time_apart_from_its_date() throws IOException {
        try (Served served = Served.plain(Limits.USUAL, NotFound.ANSWER::send)) {
            assertThat(get(served, "/a").replaceAll("date: [^\r]*", ""))
                    .isEqualTo(get(served, "/b/c?d").replaceAll("date: [^\r]*", ""))
                    .contains(" 404 ")
                    .contains("http.not-found");
        }
    }

    private static String get(Served served, String path) throws IOException {
        try (Caller caller = Caller.plain(served.port())) {
            return caller.say("GET " + path + " HTTP/1.0\r\n\r\n").all();
        }
    }
}
