package dev.slipway.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The programs of the house as commands. */
final class Programs {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private Programs() {}

    /** The root of the repository: tests run in a module of it. */
    static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .filter(here -> Files.isDirectory(here.resolve("bootloader/src")))
                .findFirst()
                .orElseThrow();
    }

    /** The built server, as the launcher starts it, with more options of the virtual machine. */
    static List<String> server(List<String> options, List<String> arguments) {
        var program = new ArrayList<>(options);
        program.addAll(List.of(
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dslipway.home=" + root(),
                "-jar",
                root().resolve("server/target/slipway.jar").toString()));
        return command(program, arguments);
    }

    /** A class of the server. */
    static List<String> java(String main, List<String> arguments) {
        return command(
                List.of(
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dslipway.home=" + root(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        main),
                arguments);
    }

    /** A jar, started as {@code java -jar}. */
    static List<String> jar(Path jar, List<String> arguments) {
        return command(List.of("-XX:TieredStopAtLevel=1", "-jar", jar.toString()), arguments);
    }

    private static List<String> command(List<String> program, List<String> arguments) {
        var words = new ArrayList<>(List.of(JAVA.toString(), "-XX:+UseSerialGC"));
        words.addAll(program);
        words.addAll(arguments);
        return words;
    }

    /** Whether a process still works; one that ended and that nobody fetched has no command line any more. */
    static boolean isRunning(long process) throws IOException {
        Path line = Path.of("/proc", String.valueOf(process), "cmdline");
        return Files.exists(line) && !Files.readString(line).isEmpty();
    }

    /** Removes a directory with all in it. */
    static void remove(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
