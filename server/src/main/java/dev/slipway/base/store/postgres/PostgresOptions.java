package dev.slipway.base.store.postgres;

import dev.slipway.base.store.DataDirectory;
import java.nio.file.Path;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * How the bundled server is run.
 *
 * @param data the locked directory; the database stands in its {@code postgres/}
 * @param cacheDirectory where the binaries are unpacked once per version; when it cannot be written, the data directory
 *     takes them
 * @param durable true for every server: an acknowledged change survives a power cut. False, for {@code try} and tests,
 *     waits for no disk
 * @param random where the password comes from; a {@link java.security.SecureRandom} outside tests
 */
public record PostgresOptions(DataDirectory data, Path cacheDirectory, boolean durable, RandomGenerator random) {
    /**
     * The usual cache: {@code /var/cache/slipway} for root, since others must reach the binaries; else
     * {@code $XDG_CACHE_HOME/slipway} or {@code ~/.cache/slipway} (XDG Base Directory Specification 0.8).
     */
    public static Path usualCache(Map<String, String> environment) {
        if (Account.processUid() == 0) {
            return Path.of("/var/cache/slipway");
        }
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path cache = xdg.startsWith("/")
                ? Path.of(xdg)
                : Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".cache");
        return cache.resolve("slipway");
    }
}
