package dev.slipway.base.fleet.placement;

/**
 * One named value with its ownership. Its text leaves the value out, which may be secret.
 *
 * @param key {@code namespace.name}, lower case; neutral ({@code account.codec}) or native ({@code snom.ringer})
 * @param value text as entered; may hold placeholders such as {@code ${user.login}}
 */
public record Setting(String key, String value, Ownership ownership) {
    @Override
    public String toString() {
        return key + " " + ownership;
    }
}
