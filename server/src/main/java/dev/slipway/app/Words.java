package dev.slipway.app;

import dev.slipway.base.fleet.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The options of {@code serve} and {@code try}: {@code --name value}, {@code --name=value}, or a switch without a
 * value.
 */
final class Words {
    private final Map<String, List<String>> given = new LinkedHashMap<>();

    private Words() {}

    /** Reads them; anything else is the refusal {@code cli.usage}. */
    static Words of(String[] words, Set<String> options, Set<String> switches) {
        Words read = new Words();
        for (int i = 0; i < words.length; i++) {
            String[] parts = words[i].split("=", 2);
            boolean isOption = options.contains(parts[0]);
            if (switches.contains(words[i])) {
                read.add(words[i], "true");
            } else if (isOption && parts.length == 2) {
                read.add(parts[0], parts[1]);
            } else if (isOption && i + 1 < words.length) {
                read.add(parts[0], words[++i]);
            } else {
                throw new Refusal("cli.usage", "\"%s\" is not understood; see --help".formatted(words[i]));
            }
        }
        return read;
    }

    private void add(String name, String value) {
        given.computeIfAbsent(name, none -> new ArrayList<>()).add(value);
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    /** The value of an option that may stand once; the last one counts. */
    Optional<String> one(String name) {
        return Optional.ofNullable(given.get(name)).map(List::getLast);
    }

    /** Each value of an option that may stand several times. */
    List<String> all(String name) {
        return List.copyOf(given.getOrDefault(name, List.of()));
    }

    /** {@code KEY=VALUE} of an option that may stand several times. */
    Map<String, String> pairs(String name) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String text : given.getOrDefault(name, List.of())) {
            String[] parts = text.split("=", 2);
            if (parts.length < 2) {
                throw new Refusal("cli.usage", "%s wants KEY=VALUE, not \"%s\"".formatted(name, text));
            }
            pairs.put(parts[0], parts[1]);
        }
        return pairs;
    }
}
