package dev.slipway.admin.cli.configuration;

import dev.slipway.base.fleet.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where secrets are that files do not hold: {@code {"secret_from": "env:NAME"}} or {@code {"secret_from":
 * "file:PATH"}}, its first line.
 */
record SecretPlaces(Map<String, String> environment) {
    /** What the API shows of a secret, and takes for one that stays as it was. */
    static final String STARS = "****";

    private static final String FROM = "secret_from";
    private static final String ENVIRONMENT = "env:";
    private static final String FILE = "file:";
    private static final long FILE_MAX = 64 << 10;

    static boolean isPlace(JsonNode value) {
        return value.isObject() && value.path(FROM).isString();
    }

    private static ObjectNode place(ObjectNode near, String... parts) {
        String name = String.join("_", parts).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
        return near.objectNode().put(FROM, ENVIRONMENT + name);
    }

    /** Puts places where the server shows that there is a secret. */
    static ObjectNode named(Kind kind, ObjectNode file, ObjectNode record) {
        String name = kind.name(record);
        if (kind.fields().contains(Kind.SECRETS)) {
            ObjectNode secrets = file.putObject(Kind.SECRETS);
            record.path("has_secrets")
                    .forEach(each -> secrets.set(each.asString(), place(file, name, each.asString())));
        }
        if (file.path(Kind.SETTINGS) instanceof ArrayNode settings) {
            for (JsonNode setting : settings) {
                if (setting instanceof ObjectNode cell
                        && STARS.equals(cell.path("value").asString(""))) {
                    cell.set("value", place(file, name, cell.path("key").asString("")));
                }
            }
        }
        return file;
    }

    /** The fields of a file that hold places. */
    static List<String> holding(ObjectNode file) {
        return Stream.of(Kind.SECRETS, Kind.SETTINGS)
                .filter(field -> file.path(field).values().stream()
                        .anyMatch(each -> isPlace(each) || isPlace(each.path("value"))))
                .toList();
    }

    /** The record with every secret in its place. Refuses {@code apply.secret} one that cannot be read. */
    ObjectNode resolved(ObjectNode record) {
        ObjectNode whole = record.deepCopy();
        if (whole.path(Kind.SECRETS) instanceof ObjectNode secrets) {
            secrets.propertyNames().stream()
                    .toList()
                    .forEach(name -> secrets.set(name, resolved(record, secrets.path(name))));
        }
        whole.path(Kind.SETTINGS).forEach(setting -> {
            if (setting instanceof ObjectNode cell) {
                cell.set("value", resolved(record, cell.path("value")));
            }
        });
        return whole;
    }

    private JsonNode resolved(ObjectNode near, JsonNode value) {
        return isPlace(value) ? near.stringNode(read(value.path(FROM).asString(""))) : value;
    }

    private String read(String from) {
        if (from.startsWith(ENVIRONMENT)) {
            String name = from.substring(ENVIRONMENT.length());
            String value = environment.get(name);
            if (value != null && !value.isEmpty()) {
                return value;
            }
            throw new Refusal("apply.secret", "Set the environment variable " + name + " to the secret.");
        }
        if (from.startsWith(FILE)) {
            return firstLine(Path.of(from.substring(FILE.length())));
        }
        throw new Refusal("apply.secret", "secret_from reads env:NAME or file:PATH, not \"" + from + "\".");
    }

    private static String firstLine(Path file) {
        try {
            if (Files.size(file) <= FILE_MAX) {
                return Files.readString(file).lines().findFirst().orElse("");
            }
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
        throw new Refusal("apply.secret", "The file of a secret " + file + " is too large; it holds one line.");
    }

    private static Refusal unreadable(Path file, IOException cause) {
        return new Refusal("apply.secret", "The file of a secret " + file + " cannot be read: " + cause);
    }
}
