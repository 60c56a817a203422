package dev.slipway.core.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Delivery;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.placement.Assignment;
import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.base.fleet.placement.Place;
import dev.slipway.base.fleet.placement.Placed;
import dev.slipway.base.fleet.placement.Profile;
import dev.slipway.base.fleet.placement.Setting;
import dev.slipway.base.fleet.software.Application;
import dev.slipway.base.fleet.software.Artifact;
import dev.slipway.base.fleet.software.Origin;
import dev.slipway.base.fleet.software.Release;
import dev.slipway.base.fleet.software.ReleaseArtifact;
import dev.slipway.bootloader.protocol.trust.ArtifactRef;
import dev.slipway.bootloader.protocol.trust.InstallStep;
import dev.slipway.bootloader.protocol.trust.ReleaseDocument;
import dev.slipway.core.settings.DeviceLayers;
import dev.slipway.core.settings.EffectiveSettings;
import dev.slipway.core.settings.EffectiveValue;
import dev.slipway.core.settings.GivenRelease;
import dev.slipway.core.settings.GivenSetting;
import dev.slipway.core.settings.MergedSettings;
import dev.slipway.core.settings.MustHave;
import dev.slipway.core.settings.PlacedApplications;
import dev.slipway.core.settings.PlacedApplications.PlacedApplication;
import dev.slipway.core.settings.merge.Candidate;
import dev.slipway.core.settings.merge.Given;
import dev.slipway.core.settings.merge.Layer;
import dev.slipway.core.settings.merge.Trace;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a bundle says depends on what was decided, and on nothing else. */
class BundleContentPropertyTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Trust TRUST =
            Trust.start(new MemorySigningKeys(), new SecureRandom(), InstantSource.fixed(NOON));
    private static final String KEY = "key";
    private static final Id<Device> DEVICE = new Id<>(7);

    /** An application that is to come. */
    record Wish(String name, int order, boolean later, String greeting) {}

    /** A delivery known before. */
    record Known(String name, boolean wanted, Delivery.State state) {}

    record Inputs(List<Wish> wishes, List<Known> known, Map<String, String> policies) {}

    @Provide
    Arbitrary<Inputs> inputs() {
        Arbitrary<String> name = Arbitraries.of("a", "b", "c", "d", "e");
        Arbitrary<Wish> wish = Combinators.combine(
                        name, Arbitraries.integers().between(0, 2), Arbitraries.of(true, false), name)
                .as(Wish::new);
        Arbitrary<Known> known = Combinators.combine(
                        name, Arbitraries.of(true, false), Arbitraries.of(Delivery.State.class))
                .as(Known::new);
        Arbitrary<Map<String, String>> policies =
                Arbitraries.maps(Arbitraries.of("time.zone", "locale.language", "web.password"), name);
        return Combinators.combine(
                        wish.list().uniqueElements(Wish::name).ofMaxSize(5),
                        known.list().uniqueElements(Known::name).ofMaxSize(5),
                        policies)
                .as(Inputs::new);
    }

    @Property(tries = 200)
    void the_same_inputs_give_the_same_bytes_in_whatever_order_they_were_loaded(
            @ForAll("inputs") Inputs inputs, @ForAll Random random) {
        BundleContent content = content(inputs, inputs.known());
        List<Known> shuffled = new ArrayList<>(inputs.known());
        Collections.shuffle(shuffled, random);
        BundleContent again = content(inputs, shuffled);
        assertThat(again).isEqualTo(content);
        assertThat(again.hash(KEY)).isEqualTo(content.hash(KEY));
    }

    @Property(tries = 200)
    void what_is_removed_was_wanted_or_is_not_yet_gone_and_has_no_place(@ForAll("inputs") Inputs inputs) {
        List<String> placed = inputs.wishes().stream().map(Wish::name).toList();
        List<String> expected = inputs.known().stream()
                .filter(known -> known.wanted() || known.state() != Delivery.State.REMOVED)
                .map(Known::name)
                .filter(name -> !placed.contains(name))
                .sorted()
                .toList();
        assertThat(content(inputs, inputs.known()).remove()).isEqualTo(expected);
    }

    @Property(tries = 200)
    void each_placed_application_is_a_step_with_its_own_settings_in_the_order_of_placing(
            @ForAll("inputs") Inputs inputs) {
        BundleContent content = content(inputs, inputs.known());
        assertThat(content.install()).hasSameSizeAs(inputs.wishes());
        for (int at = 0; at < inputs.wishes().size(); at++) {
            Wish wish = inputs.wishes().get(at);
            InstallStep step = content.install().get(at);
            assertThat(step.release().application()).isEqualTo(wish.name());
            assertThat(step.order()).isEqualTo(wish.order());
            assertThat(step.later()).isEqualTo(wish.later());
            assertThat(step.settings()).containsOnlyKeys("greeting");
            assertThat(step.settings().get("greeting").value()).isEqualTo(wish.greeting());
            assertThat(content.releases().get(at).document().get("application").text())
                    .isEqualTo(wish.name());
        }
        assertThat(content.policies()).containsOnlyKeys(inputs.policies().keySet());
    }

    @Property(tries = 200)
    void other_inputs_give_another_hash(@ForAll("inputs") Inputs one, @ForAll("inputs") Inputs other) {
        BundleContent first = content(one, one.known());
        BundleContent second = content(other, other.known());
        assertThat(first.hash(KEY).equals(second.hash(KEY))).isEqualTo(first.equals(second));
        assertThat(first.hash("another key")).isNotEqualTo(first.hash(KEY));
    }

    private static BundleContent content(Inputs inputs, List<Known> known) {
        TreeMap<String, EffectiveValue> values = new TreeMap<>();
        inputs.policies().forEach((key, value) -> values.put(key, value(key, value)));
        inputs.wishes().forEach(wish -> {
            String key = "application." + wish.name() + ".greeting";
            values.put(key, value(key, wish.greeting()));
        });
        var settings = new EffectiveSettings(layers(), new MergedSettings(values), List.of(), List.of());
        var placed = new PlacedApplications(
                inputs.wishes().stream().map(BundleContentPropertyTest::placed).toList(), List.of());
        return BundleContent.of(
                new MustHave(settings, placed),
                known.stream().map(BundleContentPropertyTest::delivery).toList(),
                NOON);
    }

    private static Delivery delivery(Known known) {
        return new Delivery(DEVICE, known.name(), "1.0", known.wanted(), known.state(), new Delivery.Note(NOON, ""));
    }

    private static DeviceLayers layers() {
        var family = new DeviceType.Family("Debian", "Linux", "linux");
        var type = new DeviceType(new Id<>(8), "Linux PC", family, 1, List.of(), List.of("any"));
        var device = new Device(DEVICE, "ada-1", type.id(), Optional.empty(), Device.State.ACTIVE, NOON);
        return new DeviceLayers(device, type, Optional.empty(), List.of(), Map.of());
    }

    private static EffectiveValue value(String key, String value) {
        var setting = new Setting(key, value, Ownership.ENFORCED);
        var given = new GivenSetting("p", Profile.Kind.PROFILE, Origin.OWN, setting);
        return new EffectiveValue(value, trace(new Placed.OfProfile(new Id<>(9)), given));
    }

    private static PlacedApplication placed(Wish wish) {
        var application =
                new Application(new Id<>(10), wish.name(), wish.name(), wish.order(), wish.later(), Origin.OWN);
        var artifact = new Artifact("ab".repeat(32), 1, "application/zip", "a.zip");
        var reference = new ArtifactRef(artifact.sha256(), 1, ArtifactRef.Kind.FILES, artifact.mediaType());
        var document = new ReleaseDocument(wish.name(), "1.0", NOON, Map.of("any", reference), List.of());
        Bytes signed = Bytes.of(TRUST.signRelease(document).toBytes());
        var target = new ReleaseArtifact("any", "files", artifact);
        var release = new Release(
                new Id<>(11),
                application.id(),
                "1.0",
                Release.State.PUBLISHED,
                List.of(target),
                new Release.Signed("[]", Optional.of(signed), Optional.of(NOON)));
        var given = new GivenRelease(application, Optional.empty());
        return new PlacedApplication(
                application,
                release,
                target,
                trace(new Placed.OfApplication(application.id(), Optional.empty()), given));
    }

    private static <T extends Given> Trace<T> trace(Placed placed, T given) {
        var assignment = new Assignment(new Id<>(12), placed, new Place.Everyone(), 0, false, NOON);
        return new Trace<>(new Candidate<>(Layer.of(Layer.Level.EVERYONE), assignment, 0, given), List.of(), List.of());
    }
}
