package dev.slipway.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A temporary directory, removed with all that is in it; passable, because PostgreSQL runs as another user there. */
public record Ground(Path root) implements AutoCloseable {
    public static Ground open() throws IOException {
        Path root = Files.createTempDirectory("slipway-bench");
        Files.setPosixFilePermissions(root, java.nio.file.attribute.PosixFilePermissions.fromString("rwx--x--x"));
        return new Ground(root);
    }

    public Path file(String name) {
        return root.resolve(name);
    }

    public Path directory(String name) throws IOException {
        return Files.createDirectories(root.resolve(name));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
