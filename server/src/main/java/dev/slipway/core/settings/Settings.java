package dev.slipway.core.settings;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.ledger.DeviceView;
import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.base.fleet.placement.Setting;
import dev.slipway.core.settings.catalog.KeyCatalog;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The two questions about settings: may this one be entered, and what must this device have?
 */
public final class Settings {
    /** Most settings of one profile: twice the longest settings file of a phone that we have seen. */
    public static final int SETTINGS_MAX = 2_000;

    private static final Pattern ROLE_PLACEHOLDER = Pattern.compile("(host|port)\\.[a-z0-9_-]+");

    private final KeyCatalog catalog;
    private final Function<Id<Tenant>, Optional<Tenant>> tenants;

    /**
     * Settings by a catalog.
     *
     * @param tenants finds a tenant; asked only when a value names one
     */
    public Settings(KeyCatalog catalog, Function<Id<Tenant>, Optional<Tenant>> tenants) {
        this.catalog = catalog;
        this.tenants = tenants;
    }

    /** The keys. */
    public KeyCatalog catalog() {
        return catalog;
    }

    /**
     * Checks the settings of a profile as entered.
     *
     * @return warnings, such as for a native key that no table holds
     * @throws Refusal {@code settings.too-many}, {@code settings.duplicate-key}, or as {@link #check(Setting)}
     */
    public List<String> check(List<Setting> settings) {
        if (settings.size() > SETTINGS_MAX) {
            throw new Refusal("settings.too-many", "a profile has at most " + SETTINGS_MAX + " settings; split it");
        }
        Set<String> keys = new HashSet<>();
        List<String> warnings = new ArrayList<>();
        for (Setting setting : settings) {
            if (!keys.add(setting.key())) {
                throw new Refusal(
                        "settings.duplicate-key", "the key " + setting.key() + " stands twice; remove one of them");
            }
            check(setting).ifPresent(warnings::add);
        }
        return warnings;
    }

    /**
     * Checks one setting as entered; the value of an unmanaged one does not matter.
     *
     * @return a warning, for a native key that no table holds
     * @throws Refusal {@code settings.unknown-key}, {@code settings.value-invalid},
     *     {@code settings.unknown-placeholder}
     */
    public Optional<String> check(Setting setting) {
        if (setting.ownership() == Ownership.UNMANAGED) {
            return catalog.checkKey(setting.key());
        }
        return check(setting.key(), setting.value());
    }

    /** Checks a key and its value as entered; throws as {@link #check(Setting)}. */
    public Optional<String> check(String key, String value) {
        Optional<String> warning = catalog.checkKey(key);
        if (!Placeholders.in(value)) {
            catalog.checkValue(key, value);
        }
        for (String name : Placeholders.names(value)) {
            boolean known = catalog.placeholders().containsKey(name)
                    || ROLE_PLACEHOLDER.matcher(name).matches();
            if (!known) {
                throw new Refusal(
                        "settings.unknown-placeholder",
                        "the value of " + key + " names ${" + name + "}, which nothing stands for; known are "
                                + String.join(", ", catalog.placeholders().keySet())
                                + "; write $${ for the characters ${ themselves");
            }
        }
        return warning;
    }

    /**
     * What the device of that view must have.
     *
     * @throws Refusal {@code bundle.placeholder-missing}, {@code settings.value-invalid} for a filled value out of its
     *     range
     */
    public MustHave mustHave(DeviceView view) {
        DeviceLayers layers = Layers.of(view);
        MustHave merged = merged(view, layers);
        return new MustHave(filling(view, layers).fill(merged.settings()), merged.applications());
    }

    /** Only the settings, for a device that takes no software; throws as {@link #mustHave}. */
    public EffectiveSettings of(DeviceView view) {
        DeviceLayers layers = Layers.of(view);
        return filling(view, layers).fill(merged(new Candidates(view.given(), layers), layers));
    }

    /** The same with stars for secrets, for whoever may see the rest. */
    public EffectiveSettings masked(EffectiveSettings settings) {
        return new Masking(catalog).of(settings);
    }

    /**
     * The settings as they were decided, with placeholders left as they are: for questions about many devices, of which
     * this one is a sample.
     */
    public EffectiveSettings decided(DeviceView view) {
        DeviceLayers layers = Layers.of(view);
        return merged(new Candidates(view.given(), layers), layers);
    }

    /** The same with applications. */
    public MustHave decidedWhole(DeviceView view) {
        return merged(view, Layers.of(view));
    }

    /** What was decided, with placeholders left as they are. */
    MustHave merged(DeviceView view, DeviceLayers layers) {
        var candidates = new Candidates(view.given(), layers);
        return new MustHave(
                merged(candidates, layers),
                PlacedApplications.of(candidates, new Choice(view.given().releases(), layers.type())));
    }

    private EffectiveSettings merged(Candidates candidates, DeviceLayers layers) {
        return new Merging(catalog, layers).of(candidates.settings());
    }

    Filling filling(DeviceView view, DeviceLayers layers) {
        return new Filling(catalog, layers.device(), new PlaceholderValues(view, layers, tenants));
    }
}
