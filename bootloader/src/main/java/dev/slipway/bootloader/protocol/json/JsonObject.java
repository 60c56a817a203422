package dev.slipway.bootloader.protocol.json;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** An object whose members stand in the order of their names' code points, however they were given. */
public record JsonObject(SortedMap<String, Json> members) implements Json {
    /** The object without members. */
    public static final JsonObject EMPTY = new JsonObject(Collections.emptySortedMap());

    public JsonObject {
        var sorted = new TreeMap<String, Json>(Surrogates.BY_CODE_POINT);
        members.forEach((name, member) -> {
            if (Surrogates.firstLone(name) >= 0) {
                throw new Malformed("a name", "whole characters", "half a surrogate pair");
            }
            sorted.put(name, member);
        });
        members = Collections.unmodifiableSortedMap(sorted);
    }

    /** An object of the same members. */
    public static JsonObject of(Map<String, ? extends Json> members) {
        var sorted = new TreeMap<String, Json>(Surrogates.BY_CODE_POINT);
        sorted.putAll(members);
        return new JsonObject(sorted);
    }

    /** This object with one member more, or with that member replaced. */
    public JsonObject with(String name, Json value) {
        var more = new TreeMap<>(members);
        more.put(name, value);
        return new JsonObject(more);
    }

    /** This object with a string more. */
    public JsonObject with(String name, String value) {
        return with(name, Json.of(value));
    }

    /** This object with a whole number more. */
    public JsonObject with(String name, long value) {
        return with(name, Json.of(value));
    }

    /** This object with a boolean more. */
    public JsonObject with(String name, boolean value) {
        return with(name, Json.of(value));
    }

    /** This object with the member when there is one; "may be missing" is written as absence, never as {@code null}. */
    public JsonObject withOptional(String name, Optional<? extends Json> value) {
        return value.isPresent() ? with(name, value.get()) : this;
    }
}
