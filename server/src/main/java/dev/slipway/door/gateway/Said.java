package dev.slipway.door.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a call of a supplier says, however it says it: parameters of the address, a form, or JSON, whose members go by
 * their path, such as {@code a/b}. Nonsense says nothing.
 */
final class Said {
    private static final int NAMES_MAX = 200;
    private static final int VALUE_LENGTH_MAX = 1_000;
    private static final int DEPTH_MAX = 8;
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Map<String, String> said = new HashMap<>();

    private Said() {}

    static Map<String, String> of(String query, String mediaType, byte[] body) {
        Said all = new Said();
        all.form(query);
        String text = new String(body, StandardCharsets.UTF_8);
        if (mediaType.startsWith("application/json")) {
            all.json(text);
        } else {
            all.form(text);
        }
        return Map.copyOf(all.said);
    }

    private void form(String text) {
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    private void json(String text) {
        try {
            flatten("", MAPPER.readTree(text), 0);
        } catch (JacksonException noJson) {
            said.clear();
        }
    }

    private void flatten(String path, JsonNode node, int depth) {
        if (node.isValueNode() && !node.isNull()) {
            put(path, node.asString());
        } else if (depth < DEPTH_MAX) {
            String prefix = path.isEmpty() ? "" : path + "/";
            node.properties().forEach(member -> flatten(prefix + member.getKey(), member.getValue(), depth + 1));
            for (int i = 0; node.isArray() && i < Math.min(node.size(), NAMES_MAX); i++) {
                flatten(prefix + i, node.get(i), depth + 1);
            }
        }
    }

    private void put(String name, String value) {
        if (said.size() < NAMES_MAX && value.length() <= VALUE_LENGTH_MAX) {
            said.put(name, value);
        }
    }
}
