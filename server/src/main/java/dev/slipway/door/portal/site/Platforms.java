package dev.slipway.door.portal.site;

import dev.slipway.base.wire.data.DataFile;
import java.util.List;
import java.util.Locale;
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
        byte[] table = DataFile.bytes(Platforms.class, "platforms.json");
        return new Platforms(List.of(JsonMapper.shared().readValue(table, Platform[].class)));
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
