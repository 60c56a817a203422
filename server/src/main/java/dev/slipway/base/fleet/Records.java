package dev.slipway.base.fleet;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The records of one kind that one tenant owns, inside one transaction.
 *
 * <p>{@code add}, {@code replace} and {@code remove} note by themselves in the change log what a device would be
 * answered differently; a caller cannot forget it.
 *
 * @param <T> the record
 */
public interface Records<T extends Identified<T>> {
    /** The record of that name. */
    Optional<T> find(Id<T> id);

    /**
     * The record as it stands when whoever is changing it is done; nobody else changes it until this transaction ends.
     * For acts that decide by what a record is, such as changing a part of it.
     */
    Optional<T> locked(Id<T> id);

    /** Those of these ids that there are, ordered by id; one look for all. */
    List<T> findAll(Collection<Id<T>> ids);

    /** One page, ordered by id. */
    List<T> list(Page page);

    /** All of them, ordered by id, read page by page as they are taken; for kinds of which there are few. */
    default Stream<T> stream() {
        return Stream.iterate(
                        list(Page.first(Page.SIZE_MAX)),
                        read -> !read.isEmpty(),
                        read -> read.size() < Page.SIZE_MAX
                                ? List.<T>of()
                                : list(new Page(read.getLast().id().value(), Page.SIZE_MAX)))
                .flatMap(List::stream);
    }

    /** Keeps a new record; a name or identifier already taken is the refusal {@code fleet.duplicate}. */
    void add(T added);

    /** Keeps a changed record; nothing of that id is the refusal {@code fleet.unknown}. */
    void replace(T changed);

    /** Takes it away; still used elsewhere is the refusal {@code fleet.in-use}. False when there was none. */
    boolean remove(Id<T> id);
}
