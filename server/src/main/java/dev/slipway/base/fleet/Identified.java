package dev.slipway.base.fleet;

/**
 * A record that has a lasting name.
 *
 * @param <T> the record itself
 */
public interface Identified<T> {
    /** Its lasting name. */
    Id<T> id();
}
