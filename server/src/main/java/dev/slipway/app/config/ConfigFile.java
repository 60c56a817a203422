package dev.slipway.app.config;

import dev.slipway.base.fleet.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The YAML file, read into dotted keys: {@code portal: {http_port: 80}} is {@code portal.http_port} = {@code 80}. */
public final class ConfigFile {
    private static final long BYTES_MAX = 1 << 20;

    private ConfigFile() {}

    /** Reads it; not there, too long or no YAML is the refusal {@code config.file-unreadable}. */
    public static Map<String, String> read(Path file) {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw unreadable(file, "it is longer than " + BYTES_MAX + " bytes");
            }
            Map<String, String> flat = new TreeMap<>();
            flatten("", new YAMLMapper().readTree(file), flat);
            return flat;
        } catch (IOException | JacksonException e) {
            throw unreadable(file, String.valueOf(e.getMessage()));
        }
    }

    private static void flatten(String prefix, JsonNode node, Map<String, String> flat) {
        if (node.isObject()) {
            node.propertyStream()
                    .forEach(entry -> flatten(
                            prefix.isEmpty() ? entry.getKey() : prefix + "." + entry.getKey(), entry.getValue(), flat));
        } else if (!prefix.isEmpty()) {
            flat.put(prefix, node.isNull() ? "" : node.asString());
        }
    }

    private static Refusal unreadable(Path file, String reason) {
        return new Refusal(
                "config.file-unreadable", "the configuration file %s cannot be read: %s".formatted(file, reason));
    }
}
