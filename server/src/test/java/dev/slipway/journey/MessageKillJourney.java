package dev.slipway.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code kill -9} at drawn moments while messages are queued and sent: none that was acknowledged is lost. */
class MessageKillJourney {
    private static final int RUNS = Integer.getInteger("slipway.runs", 20);
    /** Of the newest thousand, which one list shows. */
    private static final int MESSAGES_MAX = 900;

    private static final int MILLISECONDS_MAX = 400;
    /** A claim of three minutes, and a busy machine. */
    private static final Duration CLAIM_AND_MORE = Duration.ofMinutes(5);

    private final Random random = new Random(20261126);
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

    @Test
    void every_message_that_was_acknowledged_is_sent_whenever_the_server_is_killed() throws Exception {
        try (House house = House.quick()) {
            Admin admin = house.admin();
            admin.post("users", Map.of("login", "ann", "person", Map.of("phone", "+41791234567")))
                    .done();
            admin.post("gateways", Map.of("name", "files", "supplier", "file")).done();
            for (int run = 1; run <= RUNS; run++) {
                disturb(house);
                house.restart();
            }
            await().atMost(CLAIM_AND_MORE).pollInterval(Duration.ofSeconds(1)).until(() -> waiting(house.admin())
                    .isEmpty());

            assertThat(acknowledged).hasSizeGreaterThan(RUNS);
            assertThat(sent(house.admin())).containsAll(acknowledged);
            assertThat(written(house)).containsAll(acknowledged);
        }
    }

    private void disturb(House house) throws InterruptedException {
        Admin admin = house.admin();
        int most = acknowledged.size() + MESSAGES_MAX / RUNS;
        var never = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int before = acknowledged.size();
            threads.submit(() -> queue(admin, most));
            await().until(() -> acknowledged.size() > before);
            assertThat(never.await(random.nextInt(MILLISECONDS_MAX), TimeUnit.MILLISECONDS))
                    .isFalse();
            house.kill();
        }
    }

    /** Ends with the server, or when there are enough for one list. */
    private void queue(Admin admin, int most) {
        while (acknowledged.size() < most) {
            acknowledged.add(admin.post("messages", Map.of("user", "ann", "channel", "sms"))
                    .done()
                    .path("id")
                    .asString());
        }
    }

    private static List<String> waiting(Admin admin) {
        return Stream.of("queued", "sending")
                .flatMap(state -> ids(admin, state))
                .toList();
    }

    private static Set<String> sent(Admin admin) {
        return ids(admin, "sent").collect(Collectors.toSet());
    }

    private static Stream<String> ids(Admin admin, String state) {
        return admin.list("messages?limit=1000&state=" + state).stream()
                .map(message -> message.path("id").asString());
    }

    private static Set<String> written(House house) throws IOException {
        try (var files = Files.walk(house.data().resolve("messages"))) {
            return files.map(Path::getFileName)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".txt"))
                    .map(name -> name.replace(".txt", ""))
                    .collect(Collectors.toSet());
        }
    }
}
