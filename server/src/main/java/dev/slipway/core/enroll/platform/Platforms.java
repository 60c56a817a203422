package dev.slipway.core.enroll.platform;

import dev.slipway.base.wire.data.DataFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The platforms, in the order in which they are tried and shown; the last one is for everybody else.
 */
public final class Platforms {
    /**
     * What a browser says of itself.
     *
     * @param userAgent the field User-Agent, empty when none
     * @param hint the field Sec-CH-UA-Platform (User-Agent Client Hints, section 3.6), empty when none
     */
    public record Visitor(String userAgent, String hint) {}

    /** More of a User-Agent than this tells nothing more. */
    private static final int CHARACTERS_MAX = 1024;

    private final List<Platform> all;

    /** These, the last one for everybody else. */
    public Platforms(List<Platform> all) {
        this.all = List.copyOf(all);
    }

    /** Those of {@code platforms.json}. */
    public static Platforms ours() {
        byte[] table = DataFile.bytes(Platforms.class, "platforms.json");
        return new Platforms(List.of(JsonMapper.shared().readValue(table, Platform[].class)));
    }

    /** In the order in which they are tried and shown. */
    public List<Platform> all() {
        return all;
    }

    /** The one of that name. */
    public Optional<Platform> named(String name) {
        return all.stream().filter(platform -> platform.name().equals(name)).findFirst();
    }

    /** By the platform hint first, which is about nothing else, then by the User-Agent. */
    public Platform recognize(Visitor visitor) {
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
