package dev.slipway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.bootloader.protocol.LogonRequest;
import dev.slipway.bootloader.protocol.Secret;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in, who is not, and what those who are not learn from it. */
class LogOnJourney {
    private static final String PASSWORD = "correct horse battery";
    private static final int FAILURES_MAX = 5;
    private static final int MANY = 100;

    private final House house = House.shared();
    private final Admin admin = house.admin();

    @TempDir
    Path directory;

    @Test
    void a_wrong_password_is_refused_as_an_unknown_login_is() {
        admin.user("fay", PASSWORD);
        Machine machine = Machine.in(directory.resolve("home"), "wrong");

        Machine.Ran wrong = machine.run("--login", "fay", admin.message("fay"));
        assertThat(wrong.exit()).as(wrong.text()).isEqualTo(4);
        assertThat(wrong.text()).contains("logon.refused").doesNotContain("wrong\"");

        PlainDevice device = PlainDevice.at(house, "FAY-1");
        HttpResponse<byte[]> password = device.logOn("fay", "wrong");
        HttpResponse<byte[]> login = device.logOn("nobody", "wrong");
        assertThat(password.statusCode()).isEqualTo(403).isEqualTo(login.statusCode());
        assertThat(password.body()).isEqualTo(login.body());
        assertThat(password.headers().map().keySet())
                .isEqualTo(login.headers().map().keySet());
    }

    @Test
    void who_guesses_must_wait_while_other_networks_and_activations_pass() {
        admin.user("gil", PASSWORD);
        PlainDevice device = PlainDevice.at(house, "GIL-1");
        for (int failures = 0; failures < FAILURES_MAX; failures++) {
            assertThat(device.logOn("gil", "wrong").statusCode()).isEqualTo(403);
        }

        HttpResponse<byte[]> throttled = device.logOn("gil", PASSWORD);
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(PlainDevice.code(throttled)).isEqualTo("logon.throttled");
        assertThat(throttled.headers().firstValueAsLong("retry-after").orElseThrow())
                .isBetween(1L, 601L);

        assertThat(device.from("127.0.9.1").logOn("gil", PASSWORD).statusCode()).isEqualTo(200);
        assertThat(device.logOn("linux", ticket("gil")).statusCode()).isEqualTo(200);
    }

    @Test
    void a_device_of_no_known_type_is_told_so() {
        admin.user("hal", PASSWORD);

        HttpResponse<byte[]> answer =
                PlainDevice.at(house, "HAL-1").logOn("", new LogonRequest.Credentials("hal", new Secret(PASSWORD)));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(PlainDevice.code(answer)).isEqualTo("device-type.unknown");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("ask your administrator");
        assertThat(admin.devices("hal")).isEmpty();
        assertThat(admin.post("device-types/test", Map.of("fields", Map.of("maker", "Toaster")))
                        .done()
                        .path("explanation"))
                .as("each type that was tried, and why not")
                .hasSizeGreaterThan(1);
    }

    @Test
    void a_blocked_device_gets_what_an_unknown_token_gets() {
        admin.user("ida", PASSWORD);
        PlainDevice device = PlainDevice.at(house, "IDA-1");
        String token = device.token("ida", PASSWORD);
        assertThat(device.bundle(token, Optional.empty()).statusCode()).isEqualTo(200);
        String id = admin.devices("ida").getFirst().path("id").asString();

        admin.bare("POST", "devices/" + id + "/block").done();

        HttpResponse<byte[]> blocked = device.bundle(token, Optional.empty());
        HttpResponse<byte[]> unknown = device.bundle("x".repeat(token.length()), Optional.empty());
        assertThat(blocked.statusCode()).isEqualTo(404);
        assertThat(blocked.body()).isEqualTo(unknown.body());
        assertThat(blocked.headers().map().keySet())
                .isEqualTo(unknown.headers().map().keySet());
        assertThat(device.report(token, 1).statusCode()).isEqualTo(404);
        assertThat(device.logOn("ida", PASSWORD).statusCode()).isEqualTo(403);

        admin.bare("POST", "devices/" + id + "/unblock").done();
        assertThat(device.bundle(token, Optional.empty()).statusCode()).isEqualTo(200);
    }

    @Test
    void a_hundred_devices_of_one_user_at_once_are_served_or_told_to_wait() throws Exception {
        admin.user("joy", PASSWORD);

        List<HttpResponse<byte[]>> answers =
                atOnce(number -> PlainDevice.at(house, "JOY-" + number).logOn("joy", PASSWORD));

        List<HttpResponse<byte[]>> served = served(answers);
        assertThat(served).isNotEmpty();
        assertThat(served.stream().map(PlainDevice::token)).doesNotHaveDuplicates();
        assertThat(admin.devices("joy")).hasSize(served.size());
    }

    @Test
    void one_device_that_logs_on_a_hundred_times_at_once_is_one_device_with_one_token() throws Exception {
        admin.user("kim", PASSWORD);
        PlainDevice device = PlainDevice.at(house, "KIM-1");

        List<HttpResponse<byte[]>> answers = atOnce(number -> device.logOn("kim", PASSWORD));

        List<String> tokens = served(answers).stream().map(PlainDevice::token).toList();
        assertThat(tokens).isNotEmpty().doesNotHaveDuplicates();
        assertThat(admin.devices("kim")).hasSize(1);
        assertThat(tokens.stream()
                        .filter(token -> device.bundle(token, Optional.empty()).statusCode() == 200))
                .hasSize(1);
    }

    private LogonRequest.Ticket ticket(String login) {
        return new LogonRequest.Ticket(new Secret(admin.post("activations", Map.of("user", login))
                .done()
                .at("/handover/document/ticket")
                .asString()));
    }

    /** Those that were served; every other one was told when to come again. */
    private static List<HttpResponse<byte[]>> served(List<HttpResponse<byte[]>> answers) {
        assertThat(answers).hasSize(MANY).allSatisfy(answer -> {
            if (answer.statusCode() != 200) {
                assertThat(answer.statusCode()).isIn(429, 503);
                assertThat(answer.headers().firstValueAsLong("retry-after").orElseThrow())
                        .isPositive();
            }
        });
        return answers.stream().filter(answer -> answer.statusCode() == 200).toList();
    }

    private static List<HttpResponse<byte[]>> atOnce(IntFunction<HttpResponse<byte[]>> call)
            throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<byte[]>>> calls = IntStream.range(0, MANY)
                    .mapToObj(number -> threads.submit(() -> {
                        start.await();
                        return call.apply(number);
                    }))
                    .toList();
            start.countDown();
            for (var each : calls) {
                each.get();
            }
            return calls.stream().map(Future::resultNow).toList();
        }
    }
}
