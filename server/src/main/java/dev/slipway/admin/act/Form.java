package dev.slipway.admin.act;

import dev.slipway.base.fleet.Id;
import java.util.Optional;

/**
 * A record as a person or a program fills it in: other records by their names, what may be left out as an empty
 * Optional.
 *
 * @param <T> the record
 */
public interface Form<T> {
    /** What the journal calls it. */
    String subject();

    /** The record, checked, with every name found; {@code before} is what it replaces. Refuses what cannot be. */
    T fill(Acting acting, Id<T> id, Optional<T> before);

    /** Does what hangs on the record once it is kept, such as putting it into its groups. */
    default void settle(Acting acting, T kept) {}
}
