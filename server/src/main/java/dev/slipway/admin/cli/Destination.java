package dev.slipway.admin.cli;

import dev.slipway.base.fleet.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which server a command talks to, and as whom: options, then {@code SLIPWAY_SERVER} and {@code SLIPWAY_TOKEN}, then
 * the
 * file {@code admin.token} that a server on this machine leaves in its data directory (address, then token).
 *
 * @param tenant name or alias; empty for the only one
 */
record Destination(URI server, Secret token, Optional<String> tenant) {
    private static final String FILE = "admin.token";

    /** What the options say; each may be missing. */
    record Options(Optional<String> server, Optional<Path> data, Optional<String> tenant) {}

    /** Refuses, with the exit code for a server that is not there, when nothing says where it is. */
    static Destination of(Options options, Terminal terminal) {
        Map<String, String> environment = terminal.environment();
        Optional<String> server = options.server().or(() -> given(environment, "SLIPWAY_SERVER"));
        Optional<String> token = given(environment, "SLIPWAY_TOKEN");
        if (server.isPresent() && token.isPresent()) {
            return new Destination(uri(server.get()), new Secret(token.get()), options.tenant());
        }
        if (server.isPresent()) {
            throw new Failed(Exit.USAGE, "cli.token-missing", "Put a token into SLIPWAY_TOKEN: slipway token issue.");
        }
        return local(data(options.data(), terminal), options.tenant());
    }

    /** The data directory: {@code --data}, {@code SLIPWAY_DATA}, else the usual one of root or of the person. */
    static Path data(Optional<Path> option, Terminal terminal) {
        return option.or(() -> given(terminal.environment(), "SLIPWAY_DATA").map(Path::of))
                .orElseGet(() -> "root".equals(terminal.environment().get("USER"))
                                || terminal.home().equals(Path.of("/root"))
                        ? Path.of("/var/lib/slipway")
                        : terminal.home().resolve(".local/share/slipway"));
    }

    private static Destination local(Path data, Optional<String> tenant) {
        try {
            List<String> lines = Files.readAllLines(data.resolve(FILE));
            if (lines.size() < 2) {
                throw new Failed(Exit.FAULT, "cli.token-file", data.resolve(FILE) + " is no token file; restart.");
            }
            return new Destination(uri(lines.getFirst()), new Secret(lines.get(1)), tenant);
        } catch (IOException missing) {
            throw new Failed(
                    Exit.UNREACHABLE,
                    "cli.no-server",
                    "No server runs with the data directory " + data
                            + ": start one with slipway serve, or name one with --server.");
        }
    }

    private static Optional<String> given(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static URI uri(String text) {
        try {
            return URI.create(text.strip().replaceAll("/+$", ""));
        } catch (IllegalArgumentException wrong) {
            throw new Failed(Exit.USAGE, "cli.server", "That is no address of a server: " + text);
        }
    }
}
