package dev.slipway.core.settings.catalog;

import dev.slipway.base.wire.data.DataFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stands in the data file {@code keys.json}.
 *
 * @param makers namespaces of makers' own keys
 * @param keys neutral keys in the order of the file
 * @param placeholders name without <code>${}</code>, and what it stands for; a part in capitals stands for any word
 */
record KeyFile(List<String> makers, List<Key> keys, SortedMap<String, String> placeholders) {
    private static final String RESOURCE = "/dev/slipway/core/settings/keys.json";

    /** The file in the jar; one that is missing or malformed is a fault of the build. */
    static KeyFile read() {
        return of(JsonMapper.shared().readTree(DataFile.bytes(KeyFile.class, RESOURCE)));
    }

    private static KeyFile of(JsonNode root) {
        List<Key> keys = new ArrayList<>();
        for (JsonNode key : root.required("keys")) {
            keys.add(key(key));
        }
        SortedMap<String, String> placeholders = new TreeMap<>();
        for (JsonNode placeholder : root.required("placeholders")) {
            placeholders.put(text(placeholder, "name"), text(placeholder, "purpose"));
        }
        return new KeyFile(texts(root.required("native")), keys, placeholders);
    }

    private static Key key(JsonNode key) {
        ValueType.Kind kind = ValueType.Kind.valueOf(text(key, "type").toUpperCase(Locale.ROOT));
        long min = key.path("min").asLong(0);
        long max = key.path("max").asLong(ValueType.CHARACTERS_MAX);
        ValueType type = new ValueType(kind, min, max, texts(key.path("choices")));
        return new Key(text(key, "name"), type, text(key, "purpose"));
    }

    private static String text(JsonNode node, String field) {
        return node.required(field).stringValue();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        for (JsonNode text : array) {
            texts.add(text.stringValue());
        }
        return texts;
    }
}
