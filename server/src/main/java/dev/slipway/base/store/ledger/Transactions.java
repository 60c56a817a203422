package dev.slipway.base.store.ledger;

import dev.slipway.base.store.sql.SqlRefusals;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Opens and ends transactions; SQL errors leave as refusals. Each has a connection of its own, also inside another:
 * what has returned is committed, whatever becomes of the outer one.
 */
record Transactions(Jdbi jdbi) {
    /** Work that commits, or leaves nothing when it throws. */
    <T> T write(Function<Handle, T> work) {
        return refusing(handle -> handle.inTransaction(work::apply));
    }

    /** Work on one consistent view, which cannot write. */
    <T> T read(Function<Handle, T> work) {
        return write(handle -> {
            handle.execute("set transaction isolation level repeatable read, read only");
            return work.apply(handle);
        });
    }

    /** Statements that are a transaction each: nothing is sent before or after them. */
    <T> T single(Function<Handle, T> statement) {
        return refusing(statement);
    }

    private <T> T refusing(Function<Handle, T> work) {
        try (Handle handle = jdbi.open()) {
            return work.apply(handle);
        } catch (JdbiException failure) {
            throw SqlRefusals.of(failure);
        }
    }
}
