package dev.slipway.app.story;

import dev.slipway.base.fleet.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the story is played with.
 *
 * @param name of the application
 * @param releases version and archive, older first
 * @param earlier client software of an older system that stands on the device
 * @param program what the application is started with, below its directory; empty for a foreign one
 */
record Props(String name, List<Edition> releases, Path earlier, Optional<String> program) {
    Props {
        releases = List.copyOf(releases);
    }

    /** One release and its archive. */
    record Edition(String version, Path archive) {}

    /** The example, or a foreign archive (.tar.gz or .zip) published twice under two versions. */
    static Props of(Optional<Path> application, Path examples, Path directory) {
        Path earlier = copied(examples.resolve("earlier-greeter"), directory.resolve("earlier-greeter"));
        return application
                .map(archive -> foreign(archive, earlier))
                .orElseGet(() -> new Props(
                        "greeter",
                        Stream.of("1.0.0", "1.1.0")
                                .map(version -> new Edition(
                                        version,
                                        Tarball.of(
                                                examples.resolve("greeter").resolve(version),
                                                directory.resolve("greeter-" + version + ".tar.gz"))))
                                .toList(),
                        earlier,
                        Optional.of("bin/greet")));
    }

    private static Props foreign(Path archive, Path earlier) {
        String file = archive.getFileName().toString();
        if (!Files.isReadable(archive) || !file.matches("(?i).+\\.(tar\\.gz|tgz|zip)")) {
            throw new Refusal("cli.usage", archive + " is no .tar.gz or .zip that can be read");
        }
        String name = file.replaceFirst("(?i)\\.(tar\\.gz|tgz|zip)$", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        List<Edition> twice = List.of(new Edition("1.0.0", archive), new Edition("1.1.0", archive));
        return new Props(name.isEmpty() ? "application" : name, twice, earlier, Optional.empty());
    }

    private static Path copied(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException("the example cannot be copied", e);
        }
    }
}
