package dev.slipway.door.portal.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The platforms, in the order in which they are tried and shown; the last one is for everybody else.
 */
final class Platforms {
    /** More of a User-Agent than this tells nothing more. */
    private static final int CHARACTERS_MAX = 1024;

    private final List<Platform> all;

    Platforms(List<Platform> all) {
        this.all = List.copyOf(all);
    }

    /** Those of {@code platforms.json}. */
    static Platforms ours() {
        try (InputStream table = Platforms.class.getResourceAsStream("platforms.json")) {
            Platform[] read = JsonMapper.shared().readValue(Objects.requireNonNull(table), Platform[].class);
            return new Platforms(List.of(read));
        } catch (IOException e) {
            throw new UncheckedIOException("platforms.json cannot be read", e);
        }
    }

    List<Platform> all() {
        return all;
    }

    Optional<Platform> named(String name) {
        return all.stream().filter(platform -> platform.name().equals(name)).findFirst();
    }

    /** By the platform hint first, which is about nothing else, then by the User-Agent. */
    Platform recognize(Visitor visitor) {
        return matching(visitor.hint()).or(() -> matching(visitor.userAgent())).orElse(all.getLast());
    }

    private Optional<Platform> matching(String said) {
        String lower =
                said.substring(0, Math.min(said.length(), CHARACTERS_MAX)).toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(platform -> platform.recognize().stream().anyMatch(lower::contains))
                .findFirst();
    }
}
