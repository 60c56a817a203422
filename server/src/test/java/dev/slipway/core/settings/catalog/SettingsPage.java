package dev.slipway.core.settings.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the reference page of the catalog. */
final class SettingsPage {
    private static final String INTRODUCTION = """
            # Settings
            Generated from `keys.json`; do not edit.

            A setting is a key, a value and an ownership. Neutral keys mean the same on every device; a maker that has
            no word for a key is not sent it. Native keys pass through as they are: `snom.NAME`, `yealink.NAME`,
            `linphone.SECTION.NAME`, `wap.NAME`; they beat the neutral key of the same layer. `application.NAME.KEY` is
            for the application of that name, which alone knows what it means.

            | ownership | on the device |
            |---|---|
            | `unmanaged` | nothing is written, and what weaker layers say does not count |
            | `initial` | written once; the user may change it |
            | `enforced` | written back at every contact |
            | `locked` | written back, and the user cannot change it |

            Layers, weakest first: everyone, device type, groups from the root to the leaf (the user's, then the
            device's), user, account, device. A group that holds both the user and the device counts once, with the
            user's. Groups at the same depth are one layer. In a layer the higher rank wins, then the newer assignment,
            then the larger id. An assignment that is final is changed by no stronger layer; of several, the weakest
            layer decides; one that is beaten inside its own layer binds nobody.

            Keys of `account` are decided for each account on a device, all others once per device. A native key is also
            decided for an account when an assignment to that account names it.
            """;

    private static final String PLACEHOLDERS = """

            ## Placeholders
            A value may name one or more, as `${user.login}`. One that nothing stands for, or whose value is empty, is
            the refusal `bundle.placeholder-missing`. What is filled in is not searched again. `$${` gives the two
            characters `${`.

            | placeholder | stands for |
            |---|---|
            """;

    private final KeyCatalog catalog;

    SettingsPage(KeyCatalog catalog) {
        this.catalog = catalog;
    }

    String text() {
        Map<String, List<Key>> byNamespace = catalog.keys().stream()
                .collect(Collectors.groupingBy(
                        key -> key.name().substring(0, key.name().indexOf('.')),
                        LinkedHashMap::new,
                        Collectors.toList()));
        StringBuilder page = new StringBuilder(INTRODUCTION);
        byNamespace.forEach((namespace, keys) -> {
            page.append("\n## ").append(namespace).append("\n| key | value | purpose |\n|---|---|---|\n");
            keys.forEach(key -> page.append(row(key)));
        });
        page.append(PLACEHOLDERS);
        catalog.placeholders().forEach((name, purpose) -> page.append("| `${")
                .append(name)
                .append("}` | ")
                .append(purpose)
                .append(" |\n"));
        return page.toString();
    }

    private static String row(Key key) {
        String secret = key.type().kind() == ValueType.Kind.SECRET ? "; shown as stars" : "";
        return "| `" + key.name() + "` | " + key.type().range() + secret + " | " + key.purpose() + " |\n";
    }
}
