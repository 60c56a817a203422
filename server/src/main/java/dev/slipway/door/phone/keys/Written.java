package dev.slipway.door.phone.keys;

import dev.slipway.base.fleet.placement.Ownership;

/**
 * One value as it is written to a device, in the maker's words.
 *
 * @param ownership any but {@code UNMANAGED}
 */
public record Written(String value, Ownership ownership) {
    /** Written back, and the user cannot change it: what the house decides and nobody asked for otherwise. */
    public static Written locked(String value) {
        return new Written(value, Ownership.LOCKED);
    }
}
