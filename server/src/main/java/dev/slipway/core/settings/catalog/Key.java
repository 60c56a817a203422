package dev.slipway.core.settings.catalog;

/**
 * One neutral key of the catalog.
 *
 * @param name such as {@code account.codecs}
 * @param purpose one sentence
 */
public record Key(String name, ValueType type, String purpose) {
    private static final String ACCOUNT = "account.";

    /** What the key is a setting of: keys of the namespace {@code account} belong to an account. */
    public Scope scope() {
        return scopeOf(name);
    }

    /** The scope of any neutral key, in the catalog or not. */
    public static Scope scopeOf(String key) {
        return key.startsWith(ACCOUNT) ? Scope.ACCOUNT : Scope.DEVICE;
    }

    /** What a key is a setting of. */
    public enum Scope {
        /** One value per device. */
        DEVICE,
        /** One value per account on a device. */
        ACCOUNT
    }
}
