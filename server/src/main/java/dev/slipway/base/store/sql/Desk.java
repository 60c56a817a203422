package dev.slipway.base.store.sql;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.store.SecretBox;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Where the stores of one tenant work inside one transaction.
 */
public final class Desk {
    /** Of the part that is being attempted; one inside another hides it until it is over. */
    private static final String PART = "part";

    private final Handle handle;
    private final Id<Tenant> tenant;
    private final SecretBox box;
    private final Predicate<String> secretKeys;
    private final Changes changes = new Changes();

    /** A desk on {@code handle}, whose transaction has begun; {@code secretKeys} are settings to be sealed. */
    public Desk(Handle handle, Id<Tenant> tenant, SecretBox box, Predicate<String> secretKeys) {
        this.handle = handle;
        this.tenant = tenant;
        this.box = box;
        this.secretKeys = secretKeys;
    }

    /** The tenant of every statement. */
    public Id<Tenant> tenant() {
        return tenant;
    }

    /** What this transaction changes for devices. */
    public Changes changes() {
        return changes;
    }

    /** Where secrets are sealed. */
    public SecretBox box() {
        return box;
    }

    /** Whether the value of the setting {@code key} rests sealed. */
    public boolean seals(String key) {
        return secretKeys.test(key);
    }

    /** Runs a statement that names can not be bound in, such as one that makes a role. */
    public void statement(String text) {
        new Sql(handle, text).run();
    }

    /** Does a part of the transaction that, when it throws, is undone by itself; SQL errors leave as refusals. */
    public <T> T attempt(Supplier<T> part) {
        handle.savepoint(PART);
        try {
            T done = part.get();
            handle.releaseSavepoint(PART);
            return done;
        } catch (JdbiException failure) {
            handle.rollbackToSavepoint(PART);
            throw SqlRefusals.of(failure);
        } catch (RuntimeException failure) {
            handle.rollbackToSavepoint(PART);
            throw failure;
        }
    }

    /** A statement in which {@code :tenant} is bound; one that does not name it fails when it runs. */
    public Sql sql(String text) {
        return new Sql(handle, text).bind("tenant", tenant);
    }
}
