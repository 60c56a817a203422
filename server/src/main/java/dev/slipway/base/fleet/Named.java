package dev.slipway.base.fleet;

import java.util.Optional;

/**
 * Records that also have a name, unique in their tenant.
 *
 * @param <T> the record
 */
public interface Named<T extends Identified<T>> extends Records<T> {
    /** The record of that name; upper and lower case are the same. */
    Optional<T> named(String name);
}
