package dev.slipway.base.store.sql;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Identified;
import dev.slipway.base.fleet.Page;
import dev.slipway.base.fleet.Records;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Records that are the rows of one table; a store says in its own methods what it does besides.
 *
 * @param <T> the record
 */
public interface Rows<T extends Identified<T>> extends Records<T> {
    /** The table. */
    Table<T> table();

    @Override
    default Optional<T> find(Id<T> id) {
        return table().find(id);
    }

    @Override
    default Optional<T> locked(Id<T> id) {
        return table().lock(id) ? find(id) : Optional.empty();
    }

    @Override
    default List<T> findAll(Collection<Id<T>> ids) {
        return table().among("id", ids, "t.id");
    }

    @Override
    default List<T> list(Page page) {
        return table().list(page);
    }

    @Override
    default void add(T added) {
        table().add(added);
    }

    @Override
    default void replace(T changed) {
        table().replace(changed);
    }

    @Override
    default boolean remove(Id<T> id) {
        return table().remove(id);
    }
}
