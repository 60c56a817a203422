package dev.slipway.bootloader.home;

import dev.slipway.bootloader.protocol.json.Json;
import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.JsonObject;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which settings the Bootloader wrote into a file, so that it never writes an initial one twice and takes back the
 * others when they are no longer assigned.
 *
 * @param initial keys written once and left to the user
 * @param kept keys written back at every contact
 */
public record Written(Set<String> initial, Set<String> kept) {
    /** Nothing written yet. */
    public static final Written NONE = new Written(Set.of(), Set.of());

    public Written {
        initial = Set.copyOf(initial);
        kept = Set.copyOf(kept);
    }

    static Written from(JsonAt at) {
        return new Written(
                Set.copyOf(at.get("initial").list(JsonAt::text)),
                Set.copyOf(at.get("kept").list(JsonAt::text)));
    }

    JsonObject toJson() {
        return JsonObject.EMPTY
                .with("initial", Json.texts(new TreeSet<>(initial)))
                .with("kept", Json.texts(new TreeSet<>(kept)));
    }
}
