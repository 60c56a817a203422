package dev.slipway.base.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OlderBinariesTest {
    private static final String OLD = "postgres-00000000000000aa";
    private static final Duration LONG_AGO = OlderBinaries.UNCLAIMED_FOR.plusMinutes(1);
    private static final Duration A_MOMENT_AGO = OlderBinaries.UNCLAIMED_FOR.minusMinutes(1);

    @TempDir
    Path cache;

    private Path current;

    @BeforeEach
    void unpack() throws IOException {
        current = unpacked("postgres-00000000000000ff", Duration.ZERO);
    }

    @Test
    void another_version_that_nobody_claimed_for_an_hour_goes_and_a_younger_one_stays() throws IOException {
        Path old = unpacked(OLD, LONG_AGO);
        Path cut = unpacked(OLD + "-c0ffee", LONG_AGO);
        Path left = unpacked(OLD + ".doomed", Duration.ZERO);
        Path young = unpacked("postgres-00000000000000bb", A_MOMENT_AGO);
        OlderBinaries.beside(current).sweep();
        assertThat(List.of(old, cut, left)).noneMatch(Files::exists);
        assertThat(List.of(young, current)).allMatch(Files::exists);
    }

    @Test
    void what_is_no_directory_of_ours_stays() throws IOException {
        List<Path> others = List.of(
                unpacked("postgres", LONG_AGO),
                unpacked("postgres.new17", LONG_AGO),
                unpacked("postgres-18", LONG_AGO),
                unpacked("artifacts", LONG_AGO),
                Files.createSymbolicLink(cache.resolve("postgres-00000000000000cc"), cache.resolve("postgres-18")));
        OlderBinaries.beside(current).sweep();
        assertThat(others).allMatch(Files::exists);
    }

    @Test
    void a_version_that_a_process_runs_from_stays_however_old() throws IOException {
        Path old = unpacked(OLD, LONG_AGO);
        Path program = Files.copy(Path.of("/bin/sleep"), old.resolve("postgres"));
        age(old, LONG_AGO);
        Process server = new ProcessBuilder(program.toString(), "60").start();
        try {
            OlderBinaries.beside(current).sweep();
            assertThat(old).exists();
        } finally {
            server.destroyForcibly();
            server.onExit().join();
        }
        OlderBinaries.beside(current).sweep();
        assertThat(old).doesNotExist();
    }

    @Test
    void a_start_claims_what_is_there_and_is_told_what_is_not() throws IOException {
        Path old = unpacked(OLD, LONG_AGO);
        assertThat(OlderBinaries.beside(old).claimed()).isTrue();
        OlderBinaries.beside(current).sweep();
        assertThat(old).exists();
        assertThat(OlderBinaries.beside(cache.resolve("postgres-00000000000000dd"))
                        .claimed())
                .isFalse();
    }

    @Test
    void a_start_beside_sweeps_finds_its_directory_whole_or_gone() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < 50; round++) {
                Path old = unpacked(OLD, LONG_AGO);
                Callable<Boolean> start = OlderBinaries.beside(old)::claimed;
                Callable<Boolean> sweep = () -> {
                    OlderBinaries.beside(current).sweep();
                    return Files.exists(old.resolve("bin"));
                };
                var results = new ArrayList<Boolean>();
                for (var result : threads.invokeAll(List.of(sweep, start, sweep))) {
                    results.add(result.get());
                }
                assertThat(old.resolve("bin").toFile().exists())
                        .as("round %d: %s", round, results)
                        .isEqualTo(results.get(1));
            }
        }
    }

    private Path unpacked(String name, Duration ago) throws IOException {
        Path directory = Files.createDirectories(cache.resolve(name));
        Files.createDirectories(directory.resolve("bin"));
        return age(directory, ago);
    }

    private static Path age(Path directory, Duration ago) throws IOException {
        return Files.setLastModifiedTime(directory, FileTime.from(Instant.now().minus(ago)));
    }
}
