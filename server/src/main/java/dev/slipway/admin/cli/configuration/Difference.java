package dev.slipway.admin.cli.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a file says otherwise than a server.
 *
 * <p>A field that the file does not name is as it is on the server; null takes one away. Settings of a profile are all
 * in the file: one that is not there goes. A secret is alike when there is one.
 *
 * @param patch of the record on the server
 * @param lines one for each value, for people
 */
record Difference(ObjectNode patch, List<String> lines) {
    private static final String KEY = "key";

    static Difference between(ObjectNode server, ObjectNode file) {
        var lines = new ArrayList<String>();
        ObjectNode patch = server.objectNode();
        file.propertyNames().forEach(field -> {
            JsonNode wanted = file.path(field);
            var found = new ArrayList<String>();
            compare(field, server.path(field), wanted, found);
            if (!found.isEmpty()) {
                patch.set(field, wanted);
                lines.addAll(found);
            }
        });
        return new Difference(patch, List.copyOf(lines));
    }

    boolean isNone() {
        return lines.isEmpty();
    }

    private static void compare(String path, JsonNode server, JsonNode file, List<String> lines) {
        if (SecretPlaces.isPlace(server) && SecretPlaces.isPlace(file)) {
            return;
        }
        if (file.isObject() && !SecretPlaces.isPlace(file) && (server.isObject() || server.isMissingNode())) {
            file.propertyNames()
                    .forEach(field -> compare(path + "." + field, server.path(field), file.path(field), lines));
        } else if (isKeyed(file) && (isKeyed(server) || server.isEmpty())) {
            keyed(path, server, file, lines);
        } else if (!alike(server, file)) {
            lines.add(path + ": " + shown(server) + " -> " + shown(file));
        }
    }

    private static boolean isKeyed(JsonNode value) {
        return value instanceof ArrayNode array
                && !array.isEmpty()
                && array.values().stream().allMatch(each -> each.has(KEY));
    }

    private static void keyed(String path, JsonNode server, JsonNode file, List<String> lines) {
        var keys = new TreeSet<String>();
        server.forEach(each -> keys.add(each.path(KEY).asString("")));
        file.forEach(each -> keys.add(each.path(KEY).asString("")));
        for (String key : keys) {
            Optional<JsonNode> here = find(file, key);
            Optional<JsonNode> there = find(server, key);
            if (here.isEmpty() || there.isEmpty()) {
                lines.add(path + "." + key + ": " + shownValue(there) + " -> " + shownValue(here));
            } else {
                compare(path + "." + key, there.get(), here.get(), lines);
            }
        }
    }

    private static String shownValue(Optional<JsonNode> setting) {
        return setting.map(each -> shown(each.path("value"))).orElse("nothing");
    }

    private static Optional<JsonNode> find(JsonNode settings, String key) {
        return settings.values().stream()
                .filter(each -> each.path(KEY).asString("").equals(key))
                .findFirst();
    }

    /** Nothing, null and an empty list are alike; numbers and texts are by what they say. */
    private static boolean alike(JsonNode server, JsonNode file) {
        return isNothing(server) ? isNothing(file) : server.equals(file);
    }

    private static boolean isNothing(JsonNode value) {
        return value.isMissingNode() || value.isNull() || (value.isContainer() && value.isEmpty());
    }

    private static String shown(JsonNode value) {
        if (isNothing(value)) {
            return "nothing";
        }
        return SecretPlaces.isPlace(value) ? "a secret" : value.toString();
    }
}
