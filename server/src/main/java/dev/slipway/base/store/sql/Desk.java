package dev.slipway.base.store.sql;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.store.SecretBox;
import org.jdbi.v3.core.Handle;

/**
 * Where the stores of one tenant work inside one transaction.
 */
public final class Desk {
    private final Handle handle;
    private final Id<Tenant> tenant;
    private final SecretBox box;
    private final Changes changes = new Changes();

    /** A desk on {@code handle}, whose transaction has begun. */
    public Desk(Handle handle, Id<Tenant> tenant, SecretBox box) {
        this.handle = handle;
        this.tenant = tenant;
        this.box = box;
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

    /** A statement in which {@code :tenant} is bound; one that does not name it fails when it runs. */
    public Sql sql(String text) {
        return new Sql(handle, text).bind("tenant", tenant);
    }
}
