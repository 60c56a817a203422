package dev.slipway.base.store.sql;

import dev.slipway.base.fleet.Identified;
import dev.slipway.base.fleet.Named;
import java.util.Optional;

/**
 * Rows of which one column is their name.
 *
 * @param <T> the record
 */
public interface NamedRows<T extends Identified<T>> extends Rows<T>, Named<T> {
    @Override
    default Optional<T> named(String name) {
        return table().named(name);
    }
}
