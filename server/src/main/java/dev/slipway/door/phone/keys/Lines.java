package dev.slipway.door.phone.keys;

import dev.slipway.base.fleet.Refusal;

/** Values of files that have one setting a line. */
public final class Lines {
    private Lines() {}

    /**
     * The value, which must not hold a line end or another control character: what stands behind one would be a setting
     * of its own.
     *
     * @throws Refusal {@code document.not-writable}
     */
    public static String checked(String key, String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal(
                    "document.not-writable",
                    "The value of " + key + " has a line end or another control character: remove it.");
        }
        return value;
    }
}
