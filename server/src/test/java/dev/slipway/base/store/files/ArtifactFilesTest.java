package dev.slipway.base.store.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.software.ArtifactDigest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactFilesTest {
    /** FIPS 180-4 example: SHA-256 of "abc". */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    Path root;

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private ArtifactFiles artifacts;

    @BeforeEach
    void open() {
        artifacts = new ArtifactFiles(root, () -> now);
    }

    @Test
    void bytes_are_found_by_their_hash() throws IOException {
        assertThat(artifacts.put(stream("abc"), 3)).isEqualTo(new ArtifactDigest(ABC, 3));
        assertThat(artifacts.find(ABC)).hasValue(root.resolve(ABC.substring(0, 2), ABC.substring(2)));
        assertThat(artifacts.find(ABC).orElseThrow()).hasContent("abc");
    }

    @Test
    void an_unknown_hash_and_what_is_no_hash_are_not_found() throws IOException {
        artifacts.put(stream("abc"), 3);
        assertThat(artifacts.find("0".repeat(64))).isEmpty();
        assertThat(artifacts.find(ABC.toUpperCase(Locale.ROOT))).isEmpty();
        assertThat(artifacts.find("../../../../../../../etc/passwd")).isEmpty();
        assertThat(artifacts.find("")).isEmpty();
    }

    @Test
    void a_length_at_the_limit_passes_and_one_byte_more_is_refused_and_leaves_nothing() throws IOException {
        artifacts.put(stream("x".repeat(100_000)), 100_000);
        refused("artifact.too-large", () -> artifacts.put(stream("y".repeat(100_001)), 100_000));
        assertThat(kept()).hasSize(1);
    }

    @Test
    void announced_bytes_must_come_as_announced() throws IOException {
        ArtifactDigest abc = new ArtifactDigest(ABC, 3);
        refused("artifact.changed", () -> artifacts.put(stream("abd"), abc));
        refused("artifact.changed", () -> artifacts.put(stream("ab"), abc));
        refused("artifact.changed", () -> artifacts.put(stream("abcd"), abc));
        assertThat(kept()).isEmpty();
        artifacts.put(stream("abc"), abc);
        assertThat(artifacts.find(ABC)).isPresent();
    }

    @Test
    void a_stream_that_breaks_half_way_leaves_nothing() {
        InputStream broken = new SequenceInputStream(stream("x".repeat(200_000)), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        });
        assertThatThrownBy(() -> artifacts.put(broken, 1_000_000)).hasMessage("connection reset");
        assertThat(kept()).isEmpty();
    }

    @Test
    void what_an_interrupted_run_left_is_swept_at_the_next_start() throws IOException {
        artifacts.put(stream("abc"), 3);
        Files.writeString(root.resolve("incoming", "17"), "half of someth");
        ArtifactFiles again = new ArtifactFiles(root, () -> now);
        assertThat(kept()).hasSize(1);
        assertThat(again.find(ABC)).isPresent();
    }

    @Test
    void the_same_bytes_put_by_many_at_once_are_kept_once() throws Exception {
        String content = "same ".repeat(50_000);
        Callable<ArtifactDigest> put = () -> artifacts.put(stream(content), 1_000_000);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var result : threads.invokeAll(Collections.nCopies(16, put))) {
                assertThat(artifacts.find(result.get().sha256()).orElseThrow()).hasContent(content);
            }
        }
        assertThat(kept()).hasSize(1);
    }

    @Test
    void the_unreferenced_go_after_the_grace_age_and_the_referenced_stay() throws IOException {
        String other = artifacts.put(stream("other"), 10).sha256();
        artifacts.put(stream("abc"), 10);
        now = now.plus(DAY);
        assertThat(artifacts.removeUnreferenced(ABC::equals, DAY)).isZero();
        now = now.plusSeconds(1);
        assertThat(artifacts.removeUnreferenced(ABC::equals, DAY)).isEqualTo(1);
        assertThat(artifacts.find(other)).isEmpty();
        assertThat(artifacts.find(ABC)).isPresent();
    }

    @Test
    void bytes_put_again_are_as_new_so_that_their_row_may_follow() throws IOException {
        artifacts.put(stream("abc"), 10);
        now = now.plus(DAY.multipliedBy(2));
        artifacts.put(stream("abc"), 10);
        assertThat(artifacts.removeUnreferenced(any -> false, DAY)).isZero();
    }

    @Test
    void a_full_disk_is_refused_and_leaves_nothing() throws Exception {
        Path mount = Files.createDirectory(root.resolve("small"));
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", mount.toString()) == 0;
        if (!mounted) {
            System.err.println("SKIPPED: the test of a full disk needs the right to mount a small file system");
        }
        assumeTrue(mounted, "mounting a small file system is not allowed here");
        try {
            ArtifactFiles small = new ArtifactFiles(mount, () -> now);
            refused("artifact.no-space", () -> small.put(stream("x".repeat(2 << 20)), 10 << 20));
            assertThat(small.put(stream("abc"), 3).sha256()).isEqualTo(ABC);
        } finally {
            assertThat(run("umount", mount.toString())).isZero();
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    private List<Path> kept() {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
