package dev.slipway.core.bundle;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.acts.Delivery;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.identity.Tokens;
import dev.slipway.bootloader.protocol.json.Json;
import dev.slipway.bootloader.protocol.json.JsonObject;
import dev.slipway.bootloader.protocol.json.JsonWriter;
import dev.slipway.bootloader.protocol.trust.ArtifactRef;
import dev.slipway.bootloader.protocol.trust.BundleDocument;
import dev.slipway.bootloader.protocol.trust.Envelope;
import dev.slipway.bootloader.protocol.trust.InstallStep;
import dev.slipway.bootloader.protocol.trust.ReleaseDocument;
import dev.slipway.bootloader.protocol.trust.ReleaseRef;
import dev.slipway.bootloader.protocol.trust.SettingValue;
import dev.slipway.core.polling.FleetPlan;
import dev.slipway.core.polling.PollingSettings;
import dev.slipway.core.settings.DeviceLayers;
import dev.slipway.core.settings.EffectiveSettings;
import dev.slipway.core.settings.EffectiveValue;
import dev.slipway.core.settings.MustHave;
import dev.slipway.core.settings.PlacedApplications.PlacedApplication;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one device must have now, apart from when it was said: equal inputs give equal content, whoever computes it.
 *
 * @param releases the release documents of what is installed, as signed, in the order of installation
 */
record BundleContent(
        BundleDocument.Audience audience,
        List<String> remove,
        List<InstallStep> install,
        Map<String, SettingValue> policies,
        Optional<FleetPlan.Handed> polling,
        List<Envelope> releases) {
    private static final String APPLICATION = "application.";
    private static final String ACCOUNT = "account.";
    /** Any edition, where none is meant: the hash must not depend on it. */
    private static final BundleDocument.Life NO_LIFE =
            new BundleDocument.Life(1, Instant.EPOCH, Instant.EPOCH.plusSeconds(1));

    BundleContent {
        remove = List.copyOf(remove);
        install = List.copyOf(install);
        policies = Map.copyOf(policies);
        releases = List.copyOf(releases);
    }

    /** The content at {@code now}; refuses {@code polling.invalid}. */
    static BundleContent of(MustHave mustHave, List<Delivery> deliveries, Instant now) {
        EffectiveSettings settings = mustHave.settings();
        DeviceLayers layers = settings.layers();
        var audience = new BundleDocument.Audience(
                layers.device().id().toString(),
                layers.user().map(User::login).orElse(""),
                layers.type().name());
        List<Signed> placed =
                mustHave.applications().placed().stream().map(Signed::of).toList();
        return new BundleContent(
                audience,
                superfluous(deliveries, placed.stream().map(Signed::name).toList()),
                placed.stream().map(signed -> step(signed, settings)).toList(),
                policies(settings),
                new PollingSettings(texts(settings.values())).of(audience.device(), now),
                placed.stream().map(Signed::release).toList());
    }

    /** A placed application and its release document as signed. */
    private record Signed(PlacedApplication placed, Envelope release) {
        static Signed of(PlacedApplication placed) {
            return new Signed(
                    placed,
                    placed.release()
                            .signed()
                            .document()
                            .map(Bytes::toArray)
                            .map(Envelope::parse)
                            .orElseThrow(() -> new IllegalStateException(
                                    placed.application().name() + " is published without a document")));
        }

        String name() {
            return placed.application().name();
        }
    }

    /** What was to be on the device and no longer is, until the device said that it is gone; by name. */
    private static List<String> superfluous(List<Delivery> deliveries, Collection<String> placed) {
        return deliveries.stream()
                .filter(delivery -> !placed.contains(delivery.application()))
                .filter(delivery -> delivery.wanted() || delivery.state() != Delivery.State.REMOVED)
                .map(Delivery::application)
                .sorted()
                .toList();
    }

    /** The artifact is taken from what the release key signed, so that a device finds it there. */
    private static InstallStep step(Signed signed, EffectiveSettings settings) {
        PlacedApplication placed = signed.placed();
        String target = placed.artifact().target();
        ArtifactRef artifact = listed(ReleaseDocument.from(signed.release()), target);
        String prefix = APPLICATION + signed.name() + ".";
        Map<String, SettingValue> own = new TreeMap<>();
        settings.values().forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                own.put(key.substring(prefix.length()), written(value));
            }
        });
        return new InstallStep(
                new ReleaseRef(signed.name(), placed.release().version(), target),
                placed.application().installOrder(),
                placed.application().later(),
                artifact,
                own);
    }

    private static ArtifactRef listed(ReleaseDocument release, String target) {
        return Optional.ofNullable(release.targets().get(target))
                .orElseThrow(() -> new IllegalStateException(
                        release.application() + " " + release.version() + " was signed without " + target));
    }

    /** Of the device, and of each account as {@code account.POSITION.NAME}; what has its own place is left out. */
    private static Map<String, SettingValue> policies(EffectiveSettings settings) {
        Map<String, SettingValue> policies = new HashMap<>();
        settings.values().forEach((key, value) -> {
            if (!key.startsWith(APPLICATION) && !key.startsWith(PollingSettings.PREFIX)) {
                policies.put(key, written(value));
            }
        });
        settings.accounts().forEach(account -> account.values().forEach((key, value) -> {
            String name = key.startsWith(ACCOUNT) ? key.substring(ACCOUNT.length()) : key;
            policies.put(ACCOUNT + account.account().position() + "." + name, written(value));
        }));
        return policies;
    }

    private static SettingValue written(EffectiveValue value) {
        return new SettingValue(
                value.value(),
                switch (value.ownership()) {
                    case INITIAL -> SettingValue.Ownership.INITIAL;
                    case ENFORCED -> SettingValue.Ownership.ENFORCED;
                    case LOCKED -> SettingValue.Ownership.LOCKED;
                    case UNMANAGED -> throw new IllegalStateException(value.key() + " is not written");
                });
    }

    private static Map<String, String> texts(Map<String, EffectiveValue> values) {
        Map<String, String> texts = new HashMap<>();
        values.forEach((key, value) -> texts.put(key, value.value()));
        return texts;
    }

    /** When the content will be another although nothing was changed; empty for never. */
    Optional<Instant> until() {
        return polling.flatMap(FleetPlan.Handed::until);
    }

    /** The document of an edition. */
    BundleDocument document(BundleDocument.Life life) {
        return new BundleDocument(life, audience, remove, install, policies, polling.map(FleetPlan.Handed::plan));
    }

    /** Differs when the content does, or when other keys vouch for it: then devices need the bytes anew. */
    String hash(String bundleKey) {
        JsonObject signed = JsonObject.EMPTY
                .with("key", bundleKey)
                .with("content", document(NO_LIFE).toJson())
                .with(
                        "releases",
                        Json.of(releases.stream().map(Envelope::toJson).toList()));
        return Tokens.sha256(JsonWriter.canonical(signed)).hex();
    }
}
