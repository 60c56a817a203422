package dev.slipway.bootloader.protocol.trust;

import dev.slipway.bootloader.protocol.json.Json;
import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.JsonObject;
import dev.slipway.bootloader.protocol.polling.PollingPlan;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one device must have now.
 *
 * @param life which edition this is
 * @param audience whose it is
 * @param remove applications to uninstall, in this order; at most 1,000
 * @param install applications to have, in this order, each once; at most 1,000
 * @param policies of the device as a whole, by key
 * @param polling how often to ask again; absent = not at all
 */
public record BundleDocument(
        Life life,
        Audience audience,
        List<String> remove,
        List<InstallStep> install,
        Map<String, SettingValue> policies,
        Optional<PollingPlan> polling) {
    private static final int STEPS_MAX = 1000;

    /**
     * An edition.
     *
     * @param version from 1, rises with every change of content
     * @param issued when it was signed
     * @param expires first second at which it is no longer believed
     */
    public record Life(long version, Instant issued, Instant expires) {
        public Life {
            issued = issued.truncatedTo(ChronoUnit.SECONDS);
            expires = expires.truncatedTo(ChronoUnit.SECONDS);
            if (version < 1 || !expires.isAfter(issued)) {
                throw new IllegalArgumentException("a bundle has a version from 1 and expires after it was issued");
            }
        }
    }

    /**
     * Whose bundle it is.
     *
     * @param device the identity the server gave at log-on
     * @param user the login
     * @param deviceType as recognized
     */
    public record Audience(String device, String user, String deviceType) {}

    public BundleDocument {
        remove = List.copyOf(remove);
        install = List.copyOf(install);
        policies = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(policies));
        remove.forEach(Names::application);
        var seen = new HashSet<>(remove);
        if (seen.size() != remove.size() || remove.size() > STEPS_MAX || install.size() > STEPS_MAX) {
            throw new IllegalArgumentException("a bundle names each application once and at most 1000");
        }
        for (InstallStep step : install) {
            if (!seen.add(step.release().application())) {
                throw new IllegalArgumentException(step.release().application() + " stands in the bundle twice");
            }
        }
    }

    /** The document of an envelope, which proves nothing yet: see {@link BundleCheck}. */
    public static BundleDocument from(Envelope envelope) {
        JsonAt at = envelope.documentOfType(RootDocument.BUNDLE);
        return at.read(
                "a bundle document",
                () -> new BundleDocument(
                        new Life(
                                at.get("version").whole(),
                                at.get("issued").instant(),
                                at.get("expires").instant()),
                        new Audience(
                                at.get("device").text(),
                                at.get("user").text(),
                                at.get("device_type").text()),
                        at.get("remove").list(JsonAt::text),
                        at.get("install").list(InstallStep::from),
                        at.get("policies").map(SettingValue::from),
                        at.find("polling").map(PollingPlan::from)));
    }

    /** The document as it is signed. */
    public JsonObject toJson() {
        var values = new LinkedHashMap<String, JsonObject>();
        policies.forEach((key, value) -> values.put(key, value.toJson()));
        return JsonObject.EMPTY
                .with("_type", RootDocument.BUNDLE)
                .with("spec_version", "1")
                .with("version", life.version())
                .with("issued", life.issued().toString())
                .with("expires", life.expires().toString())
                .with("device", audience.device())
                .with("user", audience.user())
                .with("device_type", audience.deviceType())
                .with("remove", Json.texts(remove))
                .with(
                        "install",
                        Json.of(install.stream().map(InstallStep::toJson).toList()))
                .with("policies", JsonObject.of(values))
                .withOptional("polling", polling.map(PollingPlan::toJson));
    }
}
