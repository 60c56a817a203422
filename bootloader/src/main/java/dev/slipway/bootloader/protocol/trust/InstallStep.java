package dev.slipway.bootloader.protocol.trust;

import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * One application to have.
 *
 * @param release which one
 * @param order lower is installed first
 * @param later the user may put it off until the next poll
 * @param artifact its bytes
 * @param settings by key, in the order of the keys
 */
public record InstallStep(
        ReleaseRef release, int order, boolean later, ArtifactRef artifact, Map<String, SettingValue> settings) {
    public InstallStep {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    static InstallStep from(JsonAt at) {
        return at.read(
                "an installation",
                () -> new InstallStep(
                        new ReleaseRef(
                                at.get("application").text(),
                                at.get("version").text(),
                                at.get("target").text()),
                        (int) at.get("order").whole(Integer.MIN_VALUE, Integer.MAX_VALUE),
                        at.get("later").flag(),
                        ArtifactRef.from(at.get("artifact")),
                        at.get("settings").map(SettingValue::from)));
    }

    JsonObject toJson() {
        var values = new LinkedHashMap<String, JsonObject>();
        settings.forEach((key, value) -> values.put(key, value.toJson()));
        return JsonObject.EMPTY
                .with("application", release.application())
                .with("version", release.version())
                .with("target", release.target())
                .with("order", order)
                .with("later", later)
                .with("artifact", artifact.toJson())
                .with("settings", JsonObject.of(values));
    }
}
