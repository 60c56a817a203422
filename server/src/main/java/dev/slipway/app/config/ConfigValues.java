package dev.slipway.app.config;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.core.settings.catalog.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every key with its value and where that came from. A later source beats an earlier one:
 * default, file, environment, {@code --set}.
 */
public final class ConfigValues {
    private final Map<String, Value> values = new LinkedHashMap<>();

    private ConfigValues() {
        for (ConfigKey key : ConfigKeys.ALL) {
            values.put(key.name(), new Value(key.fallback(), "default"));
        }
    }

    /** A value as written, and its source as shown to people. */
    public record Value(String text, String source) {}

    /**
     * Resolves all sources.
     *
     * @param file content of the YAML file with dotted keys; its values are beaten by the others
     * @param environment all variables of the process; those without {@code SLIPWAY_} are none of ours
     * @param set the {@code --set} options
     */
    public static ConfigValues of(Map<String, String> file, Map<String, String> environment, Map<String, String> set) {
        ConfigValues resolved = new ConfigValues();
        file.forEach((name, value) -> resolved.put(name, value, "file"));
        for (ConfigKey key : ConfigKeys.ALL) {
            Optional.ofNullable(environment.get(key.variable()))
                    .ifPresent(value -> resolved.put(key.name(), value, key.variable()));
        }
        new TreeMap<>(set).forEach((name, value) -> resolved.put(name, value, "--set"));
        return resolved;
    }

    private void put(String name, String value, String source) {
        ConfigKey key = ConfigKeys.ALL.stream()
                .filter(known -> known.name().equals(name))
                .findAny()
                .orElseThrow(() -> unknown(name, source));
        key.type().check(name, value);
        values.put(name, new Value(value, source));
    }

    private static Refusal unknown(String name, String source) {
        List<String> known = ConfigKeys.ALL.stream().map(ConfigKey::name).toList();
        String proposal = Nearest.to(name, known)
                .map("did you mean %s?"::formatted)
                .orElse("all of them stand in docs/reference/configuration.md");
        return new Refusal(
                "config.unknown-key",
                "%s (from %s) is no key of the configuration; %s".formatted(name, source, proposal));
    }

    /** Every key with its value; secrets as stars. */
    public Map<String, Value> shown() {
        Map<String, Value> shown = new LinkedHashMap<>(values);
        for (ConfigKey key : ConfigKeys.ALL) {
            if (key.type() instanceof ConfigType.Text text && text.secret()) {
                shown.computeIfPresent(key.name(), (name, value) -> new Value("****", value.source()));
            }
        }
        return shown;
    }

    String text(String name) {
        Value value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no such key: " + name);
        }
        return value.text();
    }

    int whole(String name) {
        return Math.toIntExact(Long.parseLong(text(name)));
    }
}
