package dev.slipway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.bootloader.protocol.trust.BundleAnswer;
import dev.slipway.bootloader.protocol.trust.ReleaseDocument;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code kill -9} at drawn moments while releases are published, devices report and people are created. */
class KillJourney {
    private static final int RUNS = Integer.getInteger("slipway.runs", 20);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(5);
    /** To publish takes about this long on two busy cores. */
    private static final int MILLISECONDS_MAX = 400;

    private static final int ARCHIVE_BYTES = 256 << 10;
    private static final String PASSWORD = "correct horse battery";

    private final Random random = new Random(20261122);
    /** What the server acknowledged: the newest release, the last event, how many users of the run. */
    private final AtomicInteger published = new AtomicInteger();

    private final AtomicLong reported = new AtomicLong();
    private final AtomicInteger created = new AtomicInteger();

    @Test
    void what_was_acknowledged_is_there_after_a_kill_at_any_moment_and_nothing_is_half() throws Exception {
        try (House house = House.quick()) {
            Admin admin = house.admin();
            admin.user("ann", PASSWORD);
            admin.publish("phone", "0.0", Zip.noise(ARCHIVE_BYTES, random));
            admin.assign("application", "phone", "everyone");
            PlainDevice device = PlainDevice.at(house, "ANN-1");
            String token = device.token("ann", PASSWORD);
            for (int run = 1; run <= RUNS; run++) {
                disturb(house, device, token, run);
                assertThat(house.restart()).as("run %d", run).isLessThan(ANSWERS_WITHIN);
                served(device, token, run);
                reported(house.admin());
                created(house.admin(), run);
            }
        }
    }

    private void disturb(House house, PlainDevice device, String token, int run) throws InterruptedException {
        Admin admin = house.admin();
        byte[] archive = Zip.noise(ARCHIVE_BYTES, random);
        int moment = random.nextInt(MILLISECONDS_MAX);
        created.set(0);
        var never = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> {
                admin.publish("phone", run + ".0", archive);
                published.set(run);
            });
            threads.submit(() -> report(device, token));
            threads.submit(() -> create(admin, run));
            assertThat(never.await(moment, TimeUnit.MILLISECONDS)).isFalse();
            house.kill();
        }
    }

    /** Ends with the server. */
    private void report(PlainDevice device, String token) {
        while (true) {
            reported.set(PlainDevice.acknowledged(device.report(token, reported.get() + 1)));
        }
    }

    private void create(Admin admin, int run) {
        while (true) {
            admin.post("users", Map.of("login", login(run, created.get()))).done();
            created.incrementAndGet();
        }
    }

    private static String login(int run, int number) {
        return "user-" + run + "-" + number;
    }

    /** Either release, whole; the new one if that was acknowledged. */
    private void served(PlainDevice device, String token, int run) {
        ReleaseDocument release = release(device.bundle(token, Optional.empty()).body());
        assertThat(release.version()).isIn(published.get() + ".0", run + ".0");
        String sha256 = release.targets().values().iterator().next().sha256();
        var artifact = device.artifact(token, sha256);
        assertThat(artifact.statusCode()).isEqualTo(200);
        assertThat(Bytes.sha256(artifact.body())).isEqualTo(sha256);
        published.set(Integer.parseInt(release.version().replace(".0", "")));
    }

    private static ReleaseDocument release(byte[] bundle) {
        var releases = BundleAnswer.parse(bundle).releases();
        assertThat(releases).hasSize(1);
        return ReleaseDocument.from(releases.getFirst());
    }

    private void reported(Admin admin) {
        String device = admin.devices("ann").getFirst().path("id").asString();
        List<Long> sequences = admin.get("devices/" + device + "/timeline?limit=1000")
                .done()
                .path("events")
                .valueStream()
                .map(event -> event.path("sequence").asLong())
                .sorted()
                .toList();
        long last = sequences.isEmpty() ? 0 : sequences.getLast();
        assertThat(last).isGreaterThanOrEqualTo(reported.get());
        assertThat(sequences)
                .isEqualTo(LongStream.rangeClosed(last - sequences.size() + 1, last)
                        .boxed()
                        .toList());
    }

    /** A user and the journal's entry about it are both there or both not, and there when that was acknowledged. */
    private void created(Admin admin, int run) {
        List<JsonNode> journal = admin.list("journal?limit=1000");
        for (int number : IntStream.rangeClosed(0, created.get()).toArray()) {
            String login = login(run, number);
            boolean there = admin.get("users/" + login).status() == 200;
            boolean told = journal.stream()
                    .anyMatch(entry -> entry.path("act").asString().equals("user.create")
                            && entry.path("subject").asString().equals(login));
            assertThat(told).as(login).isEqualTo(there);
            assertThat(there || number == created.get()).as(login).isTrue();
        }
    }
}
