package dev.slipway.base.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesJourney {
    @TempDir
    Path temporary;

    @Test
    void two_that_unpack_at_once_end_with_one_complete_directory() throws Exception {
        Path cache = temporary.resolve("cache");
        Callable<Path> one = () -> Binaries.in(cache, temporary, "one");
        Callable<Path> two = () -> Binaries.in(cache, temporary, "two");
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var result : threads.invokeAll(List.of(one, two))) {
                assertThat(result.get().resolve("bin/postgres")).isExecutable();
            }
        }
        try (Stream<Path> entries = Files.list(cache)) {
            assertThat(entries.filter(Files::isDirectory)).hasSize(1);
        }
    }

    @Test
    void a_cache_that_cannot_be_written_gives_way_to_the_data_directory() throws Exception {
        Path file = Files.writeString(temporary.resolve("cache"), "a file in the way");
        Path unpacked = Binaries.in(file, temporary.resolve("data"), "one");
        assertThat(unpacked).startsWith(temporary.resolve("data"));
        assertThat(unpacked.resolve("bin/initdb")).isExecutable();
    }
}
