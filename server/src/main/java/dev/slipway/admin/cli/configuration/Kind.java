package dev.slipway.admin.cli.configuration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A kind of record that is configuration, after those it refers to.
 *
 * @param words as in the API and as the directory of its files
 * @param key the fields that tell one from another
 * @param fields all that a file says, the key among them
 */
record Kind(String words, List<String> key, List<String> fields) {
    static final String SETTINGS = "settings";
    static final String SECRETS = "secrets";

    /** In the order in which they are made. */
    static final List<Kind> ALL = List.of(
            new Kind("security-models", List.of("name"), List.of("name", "description")),
            new Kind("groups", List.of("name"), List.of("name", "parent")),
            new Kind("device-types", List.of("name"), List.of("name", "family", "rank", "rules", "takes")),
            new Kind("applications", List.of("name"), List.of("name", "title", "install_order", "later", "origin")),
            new Kind("application-hosts", List.of("role", "group"), List.of("role", "host", "port", "group")),
            new Kind(
                    "download-addresses",
                    List.of("application", "platform", "security_model"),
                    List.of("application", "platform", "security_model", "url", "release")),
            new Kind("profiles", List.of("name"), List.of("name", "kind", "origin", SETTINGS)),
            new Kind(
                    "assignments",
                    List.of("profile", "application", "to"),
                    List.of("profile", "application", "release", "to", "rank", "is_final")),
            new Kind("gateways", List.of("name"), List.of("name", "supplier", SETTINGS, SECRETS, "use")));

    private static final List<String> OF_PEOPLE = List.of("user:", "account:", "device:");
    private static final int TREE_MAX = 64;

    /** What tells it from others; without regard to case, as the server tells names apart. */
    List<String> identity(JsonNode record) {
        return key.stream()
                .map(field -> record.path(field).asString("").toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The same for people. */
    String name(JsonNode record) {
        return key.stream()
                .map(field -> record.path(field).asString(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Assignments to a user, an account or a device belong to these, and are no configuration. */
    boolean isConfiguration(JsonNode record) {
        String to = record.path("to").asString("");
        return OF_PEOPLE.stream().noneMatch(to::startsWith);
    }

    /** Groups in an order in which each comes after its parent; others as they are. */
    List<ObjectNode> inOrder(List<ObjectNode> records) {
        if (!fields.contains("parent")) {
            return records;
        }
        var sorted = new ArrayList<>(records);
        sorted.sort(Comparator.comparingInt(record -> depth(records, record)));
        return sorted;
    }

    private static int depth(List<ObjectNode> all, ObjectNode record) {
        JsonNode[] at = {record};
        return (int) IntStream.range(0, TREE_MAX)
                .takeWhile(step -> {
                    String parent = at[0].path("parent").asString("");
                    at[0] = all.stream()
                            .filter(other -> other.path("name").asString("").equalsIgnoreCase(parent))
                            .findFirst()
                            .orElseGet(record::objectNode);
                    return !parent.isEmpty();
                })
                .count();
    }

    /** A record of the server as its file says it: every field, null where there is nothing. */
    ObjectNode asFile(ObjectNode record) {
        ObjectNode file = record.objectNode();
        for (String field : fields) {
            JsonNode value = record.path(field);
            file.set(field, value.isMissingNode() ? record.nullNode() : value);
        }
        return SecretPlaces.named(this, file, record);
    }
}
