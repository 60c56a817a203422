package dev.slipway.core.settings;

import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.core.settings.EffectiveSettings.EffectiveAccount;
import dev.slipway.core.settings.catalog.KeyCatalog;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts stars in the place of every secret, so that what is made of the settings may be shown. */
record Masking(KeyCatalog catalog) {
    static final String STARS = "****";

    EffectiveSettings of(EffectiveSettings settings) {
        List<EffectiveAccount> accounts = settings.accounts().stream()
                .map(account -> new EffectiveAccount(masked(account.account()), masked(account.settings())))
                .toList();
        return new EffectiveSettings(settings.layers(), masked(settings.device()), accounts, settings.warnings());
    }

    private static PlacedAccount masked(PlacedAccount placed) {
        Account account = placed.account();
        return new PlacedAccount(
                placed.position(),
                placed.label(),
                new Account(
                        account.id(),
                        account.user(),
                        account.kind(),
                        account.address(),
                        account.secret().map(secret -> new Secret(STARS)),
                        account.service()));
    }

    private MergedSettings masked(MergedSettings settings) {
        SortedMap<String, EffectiveValue> masked = new TreeMap<>();
        settings.decided()
                .forEach((key, value) ->
                        masked.put(key, catalog.isSecret(key) ? new EffectiveValue(STARS, value.trace()) : value));
        return new MergedSettings(masked);
    }
}
