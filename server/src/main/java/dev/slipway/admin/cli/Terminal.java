package dev.slipway.admin.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What surrounds a command.
 *
 * @param home of the person, for the usual data directory
 */
public record Terminal(InputStream in, PrintStream out, PrintStream err, Map<String, String> environment, Path home) {
    public Terminal {
        environment = Map.copyOf(environment);
    }
}
