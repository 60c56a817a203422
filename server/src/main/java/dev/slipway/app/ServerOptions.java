package dev.slipway.app;

import dev.slipway.app.config.ConfigValues;
import java.nio.file.Path;
import java.util.Map;

/**
 * How one server is started.
 *
 * @param data everything that it keeps
 * @param durable false only for {@code try}: nothing is waited for to reach the disk
 * @param environment variables of the process
 */
record ServerOptions(Path data, ConfigValues values, boolean durable, Map<String, String> environment) {
    /** Where a server keeps its data unless told: root {@code /var/lib/slipway}, others below their home. */
    static Path usualData(Map<String, String> environment) {
        String told = environment.getOrDefault("SLIPWAY_DATA", "");
        if (!told.isEmpty()) {
            return Path.of(told);
        }
        String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
        return System.getProperty("user.name").equals("root")
                ? Path.of("/var/lib/slipway")
                : Path.of(home, ".local", "share", "slipway");
    }
}
