package dev.slipway.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The compiled main classes of the modules that ship. They show what imports do not: a type reached through a call. */
final class ClassTree {
    private static final List<CompiledClass> OURS =
            Stream.of("bootloader", "server").flatMap(ClassTree::read).toList();

    private ClassTree() {}

    static Stream<CompiledClass> all() {
        return OURS.stream();
    }

    private static Stream<CompiledClass> read(String module) {
        try (var files = Files.walk(Repository.root().resolve(module).resolve("target/classes"))) {
            return files
                    .filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .map(file -> CompiledClass.parse(module, bytes(file)))
                    .filter(CompiledClass::hasSource)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
