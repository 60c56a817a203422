package dev.slipway.core.settings.catalog;

import dev.slipway.base.fleet.Refusal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * All keys a setting may have (DESIGN section 5, Settings): the neutral ones of the data file,
 * {@code application.NAME.x} for what an application reads itself, and native ones of the makers ({@code snom.x}),
 * which pass through.
 *
 * <p>{@code docs/reference/settings.md} is generated from it.
 */
public final class KeyCatalog {
    private static final Pattern APPLICATION = Pattern.compile("application\\.[a-z0-9][a-z0-9-]*\\.[a-z0-9_.-]{1,200}");
    private static final Pattern SECRET_NAME =
            Pattern.compile("pass|pwd|secret|token|psk|ha1|private_key", Pattern.CASE_INSENSITIVE);
    private static final Pattern NATIVE_NAME = Pattern.compile("[!-~]{1,200}");

    private final KeyFile file;
    private final Map<String, Key> keys = new LinkedHashMap<>();
    private final List<NativeKeys> tables;

    private KeyCatalog(KeyFile file, List<NativeKeys> tables) {
        this.file = file;
        this.tables = List.copyOf(tables);
        file.keys().forEach(key -> keys.put(key.name(), key));
    }

    /** The catalog of the data file, with the tables that makers' doors bring. */
    public static KeyCatalog with(NativeKeys... tables) {
        return new KeyCatalog(KeyFile.read(), Arrays.asList(tables));
    }

    /** Every neutral key, in the order of the file. */
    public List<Key> keys() {
        return List.copyOf(keys.values());
    }

    /** The definition of a neutral key. */
    public Optional<Key> find(String name) {
        return Optional.ofNullable(keys.get(name));
    }

    /** Placeholders by name, with what they stand for; a part in capitals stands for any word. */
    public SortedMap<String, String> placeholders() {
        return file.placeholders();
    }

    /** Whether {@code key} is a maker's own. */
    public boolean isNative(String key) {
        return file.makers().contains(namespace(key));
    }

    /**
     * Whether the value of {@code key} is shown as stars: by its type, or, for keys without a definition, by its name.
     */
    public boolean isSecret(String key) {
        return find(key)
                .map(found -> found.type().kind() == ValueType.Kind.SECRET)
                .orElseGet(() -> SECRET_NAME.matcher(key).find());
    }

    /**
     * Checks the name of a key.
     *
     * @return a warning, for a native key that the maker's table does not hold
     * @throws Refusal {@code settings.unknown-key}, with the nearest key
     */
    public Optional<String> checkKey(String key) {
        if (isNative(key)) {
            return checkNative(key);
        }
        if (keys.containsKey(key) || APPLICATION.matcher(key).matches()) {
            return Optional.empty();
        }
        String proposal = Nearest.to(key, keys.keySet())
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse("all keys are listed in docs/reference/settings.md");
        throw new Refusal("settings.unknown-key", "there is no key " + key + "; " + proposal);
    }

    private Optional<String> checkNative(String key) {
        String maker = namespace(key);
        if (!NATIVE_NAME
                .matcher(key.substring(Math.min(key.length(), maker.length() + 1)))
                .matches()) {
            throw new Refusal(
                    "settings.unknown-key",
                    "a key of " + maker + " reads " + maker + ".NAME, with 1 to 200 printable characters, no blanks");
        }
        return tables.stream().anyMatch(table -> table.knows(key))
                ? Optional.empty()
                : Optional.of("the key " + key + " is not in the table of " + maker
                        + "; it is passed to the device unchecked");
    }

    /**
     * Checks a value without placeholders.
     *
     * @throws Refusal {@code settings.value-invalid}, with the range; it never repeats the value, which may be secret
     */
    public void checkValue(String key, String value) {
        Optional<ValueType> type = find(key).map(Key::type);
        if (type.isPresent() && !type.get().accepts(value)) {
            throw new Refusal(
                    "settings.value-invalid",
                    "the value of " + key + " must be " + type.get().range());
        }
        if (value.length() > ValueType.CHARACTERS_MAX) {
            throw new Refusal(
                    "settings.value-invalid",
                    "the value of " + key + " must have at most " + ValueType.CHARACTERS_MAX + " characters");
        }
    }

    private static String namespace(String key) {
        int dot = key.indexOf('.');
        return dot < 0 ? key : key.substring(0, dot);
    }
}
