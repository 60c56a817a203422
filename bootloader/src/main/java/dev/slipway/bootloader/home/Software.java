package dev.slipway.bootloader.home;

import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the Bootloader put on this device.
 *
 * @param applications by name
 * @param settings what was written, by application; the device's own policies stand under {@value #POLICIES}
 * @param open an installation that has begun and not ended
 */
public record Software(Map<String, Installed> applications, Map<String, Written> settings, Optional<Undertaking> open) {
    /** No application has this name: one begins with a letter or a digit. */
    public static final String POLICIES = "-policies";

    static final Software NONE = new Software(Map.of(), Map.of(), Optional.empty());

    public Software {
        applications = Collections.unmodifiableMap(new TreeMap<>(applications));
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /** With an installation begun. */
    public Software begin(Undertaking undertaking) {
        return new Software(applications, settings, Optional.of(undertaking));
    }

    /** As before the installation that was open. */
    public Software rolledBack() {
        return new Software(applications, settings, Optional.empty());
    }

    /** With {@code application} as it runs now, and nothing open. */
    public Software with(String application, Installed installed) {
        var more = new TreeMap<>(applications);
        more.put(application, installed);
        return new Software(more, settings, Optional.empty());
    }

    /** Without {@code application} and its settings. */
    public Software without(String application) {
        var fewer = new TreeMap<>(applications);
        fewer.remove(application);
        var others = new TreeMap<>(settings);
        others.remove(application);
        return new Software(fewer, others, open);
    }

    /** With what was written for {@code application}. */
    public Software wrote(String application, Written written) {
        var more = new TreeMap<>(settings);
        more.put(application, written);
        return new Software(applications, more, open);
    }

    static Software from(JsonAt at) {
        return new Software(
                at.get("applications").map(Installed::from),
                at.get("settings").map(Written::from),
                at.find("open").map(Undertaking::from));
    }

    JsonObject toJson() {
        var installed = new LinkedHashMap<String, JsonObject>();
        applications.forEach((name, application) -> installed.put(name, application.toJson()));
        var written = new LinkedHashMap<String, JsonObject>();
        settings.forEach((name, keys) -> written.put(name, keys.toJson()));
        return JsonObject.EMPTY
                .with("applications", JsonObject.of(installed))
                .with("settings", JsonObject.of(written))
                .withOptional("open", open.map(Undertaking::toJson));
    }
}
