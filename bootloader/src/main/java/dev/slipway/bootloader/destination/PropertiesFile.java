package dev.slipway.bootloader.destination;

import dev.slipway.bootloader.outcome.Refusal;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads {@code bootloader.properties}: keys {@code url}, or {@code alias} with {@code center}, or {@code host} and
 * {@code port}; {@code key}; {@code login}. A package stamps it, and a person edits it, so an unknown key is refused.
 */
final class PropertiesFile {
    public static final String NAME = "bootloader.properties";
    /** Bytes; a page of comments fits. */
    static final int BYTES_MAX = 64 << 10;

    private static final Set<String> KEYS = Set.of("url", "alias", "center", "host", "port", "key", "login");

    private PropertiesFile() {}

    /** What {@code file} says; nothing when it does not exist. */
    public static Destination read(Path file) {
        return parse(text(file), file.toString());
    }

    /** The switching center that {@code file} names, also for an alias that comes from elsewhere. */
    static Optional<String> center(Path file) {
        return value(properties(text(file), file.toString()), "center");
    }

    private static String text(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return "";
            }
            if (Files.size(file) > BYTES_MAX) {
                throw Refusal.check(
                        "properties.invalid", file + " is larger than " + BYTES_MAX + " bytes; shorten it.");
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    static Destination parse(String text, String name) {
        Properties properties = properties(text, name);
        Optional<Place> place = value(properties, "url")
                .<Place>map(Place.Url::of)
                .or(() -> Destination.place(
                        value(properties, "alias"), value(properties, "host"), value(properties, "port")))
                .map(named -> centered(named, value(properties, "center")));
        return new Destination(
                place, value(properties, "key"), Optional.empty(), value(properties, "login"), Optional.empty());
    }

    private static Properties properties(String text, String name) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IllegalArgumentException e) {
            throw Refusal.check("properties.invalid", name + " cannot be read: " + e.getMessage() + "; correct it.");
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can be read", e);
        }
        var unknown = new TreeSet<>(properties.stringPropertyNames());
        unknown.removeAll(KEYS);
        if (!unknown.isEmpty()) {
            throw Refusal.check(
                    "properties.unknown-key",
                    name + " has the unknown key " + unknown.first() + "; known are " + new TreeSet<>(KEYS) + ".");
        }
        return properties;
    }

    private static Place centered(Place place, Optional<String> center) {
        return place instanceof Place.Alias alias ? new Place.Alias(alias.alias(), center) : place;
    }

    private static Optional<String> value(Properties properties, String name) {
        return Optional.ofNullable(properties.getProperty(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
