package dev.slipway.door.phone.keys;

import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.core.settings.EffectiveSettings;
import dev.slipway.core.settings.EffectiveSettings.EffectiveAccount;
import dev.slipway.core.settings.EffectiveValue;
import dev.slipway.core.settings.MergedSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What one device is given, in a maker's keys and words, before a renderer gives it a form.
 *
 * @param device keys without namespace, and their values
 * @param warnings values and keys that the maker has no word for
 */
public record Sheet(SortedMap<String, Written> device, List<AccountSheet> accounts, List<String> warnings) {
    public Sheet {
        device = Collections.unmodifiableSortedMap(new TreeMap<>(device));
        accounts = List.copyOf(accounts);
        warnings = List.copyOf(warnings);
    }

    /** The sheet of a device. */
    public static Sheet of(KeyTable table, EffectiveSettings settings) {
        List<String> warnings = new ArrayList<>();
        SortedMap<String, Written> device = written(table, settings.device(), warnings);
        List<AccountSheet> accounts = new ArrayList<>();
        for (EffectiveAccount account : settings.accounts()) {
            accounts.add(new AccountSheet(
                    account.account(), written(table, account.settings(), warnings), account.values()));
        }
        return new Sheet(device, accounts, warnings);
    }

    /** The same for a maker that cannot keep users from changing a value: what was to be locked is said. */
    public Sheet withoutLocks(String maker) {
        List<String> more = new ArrayList<>(warnings);
        Stream.concat(Stream.of(device), accounts.stream().map(AccountSheet::own))
                .flatMap(keys -> keys.entrySet().stream())
                .filter(entry -> entry.getValue().ownership() == Ownership.LOCKED)
                .forEach(entry -> more.add("settings.ownership-unsupported: " + entry.getKey()
                        + " was to be locked, which " + maker + " cannot do; it is enforced"));
        return new Sheet(device, accounts, more);
    }

    private static SortedMap<String, Written> written(KeyTable table, MergedSettings settings, List<String> warnings) {
        settings.unsupported(table.keys()).stream()
                .filter(key -> !table.isComposed(key))
                .forEach(key -> warnings.add(key + " is left out: this maker has no key for it"));
        SortedMap<String, Written> written = new TreeMap<>();
        settings.written(table.keys()).forEach((own, value) -> value(table, value)
                .ifPresentOrElse(
                        text -> written.put(table.bare(own), new Written(text, value.ownership())),
                        () -> warnings.add(value.key() + " is left out: this maker has no word for its value")));
        return written;
    }

    private static Optional<String> value(KeyTable table, EffectiveValue value) {
        return table.keys().owns(value.key())
                ? Optional.of(value.value())
                : table.inOwnWords(value.key(), value.value());
    }
}
