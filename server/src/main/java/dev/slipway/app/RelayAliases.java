package dev.slipway.app;

import dev.slipway.admin.cli.Terminal;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.door.relay.center.Alias;
import dev.slipway.door.relay.center.Aliases;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** {@code slipway relay alias}: the alias table of a switching center, on the center's own machine. */
final class RelayAliases {
    static final String USAGE = """
            Usage: slipway relay alias add ALIAS [--host NAME]... [--data DIR]
                   slipway relay alias code ALIAS [--hours N] [--data DIR]
                   slipway relay alias move ALIAS [--hours N] [--data DIR]
                   slipway relay alias disable ALIAS [--data DIR]
                   slipway relay alias enable ALIAS [--data DIR]
                   slipway relay alias list [--data DIR]
            Keeps the table by which a switching center finds sites; a center at work takes changes within a second.
              add        a new alias; --host names of the site's own (server names of TLS) lead to it too
              code       a single-use code: give it to the server as relay.code
              move       the same, and lets every site go that was bound until now
              disable    leads nowhere until it is enabled
            """;

    private static final String USUAL_HOURS = "24";
    private static final int HOURS_MAX = 24 * 30;
    private static final int NOT_FOUND = 3;
    private static final int CONFLICT = 5;
    private static final int INVALID = 7;

    private final Terminal terminal;
    private final SecureRandom random = new SecureRandom();

    RelayAliases(Terminal terminal) {
        this.terminal = terminal;
    }

    int run(String[] words) {
        if (words.length == 0 || List.of(words).contains("--help")) {
            (words.length == 0 ? terminal.err() : terminal.out()).print(USAGE);
            return words.length == 0 ? 2 : 0;
        }
        try {
            does(words[0], words);
            return 0;
        } catch (Refusal refusal) {
            terminal.err().println("slipway: " + refusal.sentence() + " (" + refusal.code() + ")");
            return switch (refusal.code()) {
                case "cli.usage" -> 2;
                case "alias.unknown" -> NOT_FOUND;
                case "alias.exists", "alias.host-taken" -> CONFLICT;
                default -> INVALID;
            };
        }
    }

    private void does(String act, String[] words) {
        boolean named = !act.equals("list");
        if (named && (words.length < 2 || words[1].startsWith("--"))) {
            throw new Refusal("cli.usage", "An alias is missing; see --help.");
        }
        String alias = named ? words[1] : "";
        Words rest = Words.of(
                Arrays.copyOfRange(words, named ? 2 : 1, words.length),
                Set.of("--host", "--hours", "--data"),
                Set.of());
        Path directory = rest.one("--data")
                .map(Path::of)
                .orElseGet(() -> ServerOptions.usualData(terminal.environment()))
                .resolve("center");
        var aliases = new Aliases(directory, InstantSource.system(), random);
        switch (act) {
            case "add" -> aliases.add(alias, rest.all("--host"));
            case "code", "move" -> {
                terminal.out().println(aliases.code(alias, hours(rest), act.equals("move")));
            }
            case "disable", "enable" -> aliases.disable(alias, act.equals("disable"));
            case "list" -> list(aliases.all());
            default ->
                throw new Refusal(
                        "cli.usage", "\"%s\" is nothing that is done to an alias; see --help.".formatted(act));
        }
    }

    private static Duration hours(Words words) {
        String text = words.one("--hours").orElse(USUAL_HOURS);
        if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > HOURS_MAX) {
            throw new Refusal("cli.usage", "--hours is a whole number from 1 to %d.".formatted(HOURS_MAX));
        }
        return Duration.ofHours(Integer.parseInt(text));
    }

    private void list(List<Alias> all) {
        terminal.out().printf("%-40s %-5s %-9s %s%n", "alias", "keys", "state", "hosts");
        for (Alias alias : all) {
            String state = alias.disabled() ? "disabled" : alias.keys().isEmpty() ? "unbound" : "bound";
            terminal.out()
                    .printf(
                            "%-40s %-5d %-9s %s%n",
                            alias.name(), alias.keys().size(), state, String.join(",", alias.hosts()));
        }
    }
}
