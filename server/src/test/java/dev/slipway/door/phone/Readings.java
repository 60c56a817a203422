package dev.slipway.door.phone;

import dev.slipway.base.fleet.placement.Setting;
import dev.slipway.core.settings.Settings;
import dev.slipway.core.settings.catalog.KeyCatalog;
import dev.slipway.core.settings.document.Documents;
import dev.slipway.core.settings.document.SettingsReader.ReadSettings;
import java.util.List;
import java.util.Optional;

/** What tests of readers need. */
public final class Readings {
    /** The rules of every profile. */
    public static final Settings RULES =
            new Settings(KeyCatalog.with(Documents.keys(Makers.all())), tenant -> Optional.empty());

    private Readings() {}

    /** {@code KEY=VALUE OWNERSHIP} of every setting. */
    public static List<String> taken(ReadSettings read) {
        return read.settings().stream()
                .map(setting -> setting.key() + "=" + setting.value() + " " + setting.ownership())
                .toList();
    }

    /** {@code LINE WHAT} of all that was left out. */
    public static List<String> left(ReadSettings read) {
        return read.leftOut().stream()
                .map(left -> (left.line() + " " + left.what()).strip())
                .toList();
    }

    /** An order that a profile of these settings would lead to. */
    public static Orders orders(List<Setting> settings) {
        var orders = new Orders();
        settings.forEach(
                setting -> orders.with(setting.key(), setting.value().replace("$${", "${"), setting.ownership()));
        return orders;
    }
}
