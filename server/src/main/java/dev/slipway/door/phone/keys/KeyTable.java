package dev.slipway.door.phone.keys;

import dev.slipway.base.wire.data.DataFile;
import dev.slipway.core.settings.catalog.Key;
import dev.slipway.core.settings.catalog.NativeKeys;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A maker's table, from a data file of lines {@code NEUTRAL TAB OWN TAB WORDS}.
 *
 * <p>{@code OWN} is the maker's key without its namespace; an {@code X} that stands alone in it is the position of an
 * account. {@code (OWN)}: the neutral value is taken into that key by the maker's renderer, together with others.
 * {@code NEUTRAL} is {@code -} for a key that is known and that no neutral one stands for. Lines that begin with a
 * number sign are remarks.
 */
public final class KeyTable {
    private final NativeKeys keys;
    private final Map<String, Words> words;
    private final Set<String> composed;

    private KeyTable(NativeKeys keys, Map<String, Words> words, Set<String> composed) {
        this.keys = keys;
        this.words = Map.copyOf(words);
        this.composed = Set.copyOf(composed);
    }

    /** The table {@code resource} of the jar for keys that begin with {@code namespace}; a bad one is a fault. */
    public static KeyTable read(String namespace, String resource) {
        return parse(namespace, DataFile.text(KeyTable.class, resource));
    }

    static KeyTable parse(String namespace, String text) {
        Map<String, String> byNeutral = new HashMap<>();
        Set<String> others = new HashSet<>();
        Map<String, Words> words = new HashMap<>();
        Set<String> composed = new HashSet<>();
        DataFile.lines(text).forEach(line -> {
            String[] columns = line.split("\t", -1);
            if (columns.length != 3) {
                throw new IllegalStateException("not three columns: " + line);
            }
            String own = namespace + "." + columns[1];
            if (columns[0].equals("-")) {
                others.add(own);
            } else if (columns[1].startsWith("(")) {
                composed.add(columns[0]);
            } else {
                byNeutral.put(columns[0], own);
                words.put(columns[0], Words.parse(columns[2]));
            }
        });
        return new KeyTable(new NativeKeys(namespace, byNeutral, others), words, composed);
    }

    /** For the catalog and the merge. */
    public NativeKeys keys() {
        return keys;
    }

    /** The value of a neutral key in the maker's words; empty when it has none for it. */
    Optional<String> inOwnWords(String neutral, String value) {
        return Objects.requireNonNull(words.get(neutral)).of(value);
    }

    /** A neutral key, with a value in neutral words. */
    public record Neutral(String key, String value) {}

    /**
     * The neutral key and value that are written as exactly this; empty when there are none.
     *
     * @param own the maker's key without its namespace
     */
    public Optional<Neutral> inNeutralWords(String own, String value) {
        return neutralOf(own).stream()
                .flatMap(neutral -> neutral(neutral, value).stream())
                .findFirst();
    }

    /** The neutral keys that are written as the maker's key {@code own}, by name. */
    public List<String> neutralOf(String own) {
        return keys.byNeutral().entrySet().stream()
                .filter(entry -> bare(entry.getValue()).equals(own))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private Optional<Neutral> neutral(String key, String value) {
        return Objects.requireNonNull(words.get(key))
                .back(value)
                .filter(back -> inOwnWords(key, back).filter(value::equals).isPresent())
                .map(back -> new Neutral(key, back));
    }

    /** Whether a maker's key, without its namespace, is one of an account. */
    public boolean isOfAccount(String own) {
        return neutralOf(own).stream().anyMatch(neutral -> Key.scopeOf(neutral) == Key.Scope.ACCOUNT);
    }

    /** Whether the neutral key is taken into another by the renderer. */
    boolean isComposed(String neutral) {
        return composed.contains(neutral);
    }

    /** A native key without its namespace. */
    String bare(String key) {
        return key.substring(keys.namespace().length() + 1);
    }
}
