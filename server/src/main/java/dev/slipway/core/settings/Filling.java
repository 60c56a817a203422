package dev.slipway.core.settings;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.core.settings.EffectiveSettings.EffectiveAccount;
import dev.slipway.core.settings.catalog.KeyCatalog;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Fills the placeholders of what was decided for one device. A value that cannot be filled is refused, never left
 * empty.
 */
final class Filling {
    private final KeyCatalog catalog;
    private final Device device;
    private final PlaceholderValues values;

    Filling(KeyCatalog catalog, Device device, PlaceholderValues values) {
        this.catalog = catalog;
        this.device = device;
        this.values = values;
    }

    /** All values filled; in settings of the device {@code account.x} is the first account's. */
    EffectiveSettings fill(EffectiveSettings merged) {
        Optional<PlacedAccount> first = merged.layers().accounts().stream().findFirst();
        List<EffectiveAccount> accounts = merged.accounts().stream()
                .map(account -> new EffectiveAccount(
                        account.account(), fill(account.settings(), Optional.of(account.account()))))
                .toList();
        return new EffectiveSettings(merged.layers(), fill(merged.device(), first), accounts, merged.warnings());
    }

    private MergedSettings fill(MergedSettings merged, Optional<PlacedAccount> account) {
        SortedMap<String, EffectiveValue> filled = new TreeMap<>();
        merged.decided()
                .forEach((key, value) -> filled.put(key, new EffectiveValue(fill(value, account), value.trace())));
        return new MergedSettings(filled);
    }

    /** One value filled and, since it could not be checked when entered, checked; an unmanaged one is left alone. */
    String fill(EffectiveValue value, Optional<PlacedAccount> account) {
        if (value.ownership() == Ownership.UNMANAGED || !Placeholders.in(value.value())) {
            return value.value();
        }
        String filled =
                Placeholders.fill(value.value(), name -> values.of(name, account), name -> missing(value, name));
        try {
            catalog.checkValue(value.key(), filled);
        } catch (Refusal invalid) {
            throw new Refusal(
                    invalid.code(),
                    "on device " + device.name() + ", with placeholders filled, " + invalid.sentence()
                            + "; change profile "
                            + value.trace().winner().given().name());
        }
        return filled;
    }

    private Refusal missing(EffectiveValue value, String name) {
        return new Refusal(
                "bundle.placeholder-missing",
                "the setting " + value.key() + " of device " + device.name() + " needs ${" + name
                        + "}, and nothing stands for it; give the device what is missing, or change profile "
                        + value.trace().winner().given().name());
    }
}
