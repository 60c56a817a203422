package dev.slipway.door.phone.keys;

import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.core.settings.EffectiveValue;
import dev.slipway.core.settings.PlacedAccount;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one account on a device is given: in the maker's keys where the table has them, and neutral for what a renderer
 * composes.
 *
 * @param own keys without namespace
 * @param neutral every setting of the account by the key it was given with
 */
public record AccountSheet(
        PlacedAccount account, SortedMap<String, Written> own, SortedMap<String, EffectiveValue> neutral) {
    private static final String REGISTRAR = "account.registrar";

    public AccountSheet {
        own = Collections.unmodifiableSortedMap(new TreeMap<>(own));
        neutral = Collections.unmodifiableSortedMap(new TreeMap<>(neutral));
    }

    /** 1 for the first. */
    public int position() {
        return account.position();
    }

    /** The value of a neutral key, if it is written. */
    public Optional<String> of(String key) {
        return Optional.ofNullable(neutral.get(key)).map(EffectiveValue::value);
    }

    /** The user part of the address of the account, unless a setting gives another. */
    public String userName() {
        return of("account.user_name").orElseGet(() -> {
            String address = account.account().address();
            int at = address.lastIndexOf('@');
            return at < 0 ? address : address.substring(0, at);
        });
    }

    /** The name it proves itself by. */
    public String authName() {
        return of("account.auth_name").orElseGet(this::userName);
    }

    /** What stands behind the at sign; empty when nothing does. */
    public String domain() {
        String address = account.account().address();
        int at = address.lastIndexOf('@');
        return at < 0 ? "" : address.substring(at + 1);
    }

    /** Host at which it registers. */
    public String registrar() {
        return of(REGISTRAR).orElseGet(this::domain);
    }

    /** {@code :PORT} for the key of a port, empty when it is not given or asks DNS (RFC 3263). */
    public String port(String key) {
        return of(key).filter(port -> !port.equals("0")).map(port -> ":" + port).orElse("");
    }

    /** The name that called people see. */
    public String displayName() {
        return of("account.display_name").orElseGet(account::label);
    }

    /** The account's secret, empty when it has none. */
    public String secret() {
        return account.account().secret().map(Secret::reveal).orElse("");
    }

    /** Who may change what is composed of the registrar: what was said of it, else nobody. */
    public Ownership ownership(String key) {
        return Optional.ofNullable(neutral.get(key))
                .map(EffectiveValue::ownership)
                .orElse(Ownership.LOCKED);
    }
}
