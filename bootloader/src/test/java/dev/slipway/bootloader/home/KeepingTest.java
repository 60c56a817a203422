package dev.slipway.bootloader.home;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.bootloader.outcome.Refusal;
import dev.slipway.bootloader.protocol.ReportEvent;
import dev.slipway.bootloader.protocol.ReportRequest;
import dev.slipway.bootloader.protocol.json.JsonWriter;
import dev.slipway.bootloader.protocol.polling.PollingPlan;
import dev.slipway.bootloader.protocol.trust.ArtifactRef.Kind;
import dev.slipway.bootloader.protocol.trust.BundleCheck.Accepted;
import dev.slipway.bootloader.protocol.trust.KeyFingerprint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State, reports, token and lock, before and after a process. */
class KeepingTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);

    @TempDir
    Path directory;

    private Home home;

    @BeforeEach
    void create() throws IOException {
        home = new Home(directory.resolve("home"));
        home.create();
    }

    @Test
    void the_whole_state_comes_back() throws IOException {
        StateFile file = StateFile.open(home, CLOCK);
        file.change(state -> new State(
                Optional.of(new Enrollment(
                        URI.create("https://p.example.com/"),
                        Optional.of(new KeyFingerprint("ABCDEFGHIJKLMNOPQRSTUVWXYA")),
                        "device-1",
                        "alice",
                        "linux")),
                Optional.empty(),
                Optional.of(new Accepted(7, "ab".repeat(32))),
                state.polls()
                        .contacted(Optional.of(PollingPlan.rel(Duration.ofHours(1))), NOW)
                        .due(Optional.of(NOW.plusSeconds(9))),
                state.software()
                        .with(
                                "phone",
                                new Installed("1.0", "cd".repeat(32), Kind.EXEC, "1.0", Optional.of("0.9"), true))
                        .wrote("phone", new Written(Set.of("a"), Set.of("b")))
                        .begin(new Undertaking("phone", "1.1", Kind.DEB, "1.1-2"))));
        assertThat(StateFile.open(home, CLOCK).get()).isEqualTo(file.get());
    }

    @Test
    void a_damaged_state_is_refused_and_left_alone() throws IOException {
        Files.writeString(home.stateFile(), "{\"format\":1,");
        assertThatThrownBy(() -> StateFile.open(home, CLOCK))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("home.damaged"));
        assertThat(home.stateFile()).hasContent("{\"format\":1,");
    }

    @Test
    void the_token_is_for_its_owner_only() throws IOException {
        home.keepToken("secret");
        assertThat(home.token()).contains("secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("home/token"))))
                .isEqualTo("rw-------");
        home.dropToken();
        assertThat(home.token()).isEmpty();
    }

    @Test
    void a_directory_is_held_by_one_process() throws IOException {
        try (HomeLock held = HomeLock.take(home)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> HomeLock.take(home))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
        }
        HomeLock.take(home).close();
    }

    @Test
    void events_wait_until_they_are_acknowledged() throws IOException {
        ReportQueue queue = ReportQueue.open(home);
        add(queue, 3);
        assertThat(ReportQueue.open(home).waiting()).isEqualTo(queue.waiting()).hasSize(3);
        queue.acknowledge(2);
        assertThat(ReportQueue.open(home).waiting())
                .extracting(ReportEvent::sequence)
                .containsExactly(3L);
        queue.acknowledge(99);
        ReportQueue again = ReportQueue.open(home);
        add(again, 1);
        assertThat(again.waiting()).extracting(ReportEvent::sequence).containsExactly(4L);
    }

    @Test
    void a_queue_counts_on_from_what_the_portal_has_and_never_goes_back() throws IOException {
        ReportQueue queue = ReportQueue.open(home);
        add(queue, 2);
        queue.countOn(1);
        assertThat(queue.waiting()).extracting(ReportEvent::sequence).containsExactly(1L, 2L);
        queue.countOn(41);
        assertThat(queue.waiting()).extracting(ReportEvent::sequence).containsExactly(42L, 43L);
        queue.countOn(7);
        add(queue, 1);
        assertThat(ReportQueue.open(home).waiting())
                .isEqualTo(queue.waiting())
                .extracting(ReportEvent::sequence)
                .containsExactly(42L, 43L, 44L);
    }

    @Test
    void every_torn_last_line_is_an_event_that_never_happened() throws IOException {
        ReportQueue queue = ReportQueue.open(home);
        add(queue, 2);
        byte[] whole = Files.readAllBytes(home.reportFile());
        int lastLine = new String(whole, UTF_8).trim().lastIndexOf('\n') + 1;
        for (int length = lastLine; length < whole.length - 1; length++) {
            Files.write(home.reportFile(), java.util.Arrays.copyOf(whole, length));
            ReportQueue after = ReportQueue.open(home);
            assertThat(after.waiting()).as("cut at " + length).hasSize(1);
            add(after, 1);
            assertThat(ReportQueue.open(home).waiting())
                    .extracting(ReportEvent::sequence)
                    .containsExactly(1L, 2L);
        }
    }

    @Test
    void the_oldest_events_are_dropped_when_nobody_takes_them() throws IOException {
        var lines = new StringBuilder("{\"acknowledged\":0}\n");
        for (long sequence = 1; sequence <= ReportQueue.EVENTS_MAX; sequence++) {
            var one = new ReportRequest(Map.of(), List.of(event(sequence)));
            lines.append(new String(JsonWriter.compact(one.toJson()), UTF_8)).append('\n');
        }
        Files.writeString(home.reportFile(), lines);
        ReportQueue queue = ReportQueue.open(home);
        assertThat(queue.waiting()).hasSize(ReportRequest.EVENTS_MAX);
        assertThat(queue.waiting().get(0).sequence()).isEqualTo(1);
        add(queue, 1);
        assertThat(queue.waiting().get(0).sequence()).isEqualTo(2);
    }

    private static void add(ReportQueue queue, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            queue.add(KeepingTest::event);
        }
    }

    private static ReportEvent event(long sequence) {
        return new ReportEvent(
                sequence,
                NOW,
                1,
                Optional.empty(),
                ReportEvent.Step.POLL,
                new ReportEvent.Outcome(ReportEvent.State.DONE, Optional.of("\u00e9")));
    }
}
