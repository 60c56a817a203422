package dev.slipway.base.store;

import dev.slipway.base.fleet.Secret;

/**
 * Which database, and how much of it.
 *
 * @param url JDBC address, the bundled server's or any PostgreSQL's
 * @param user who logs on
 * @param password that user's
 * @param connectionsMax 1 to 32; 2 cores of the database are busy with about 8
 */
public record DatabaseOptions(String url, String user, Secret password, int connectionsMax) {
    /** What the bundled server's {@code max_connections} leaves room for. */
    public static final int CONNECTIONS_MAX = 32;

    public DatabaseOptions {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("the address of a database begins jdbc:postgresql:");
        }
        if (connectionsMax < 1 || connectionsMax > CONNECTIONS_MAX) {
            throw new IllegalArgumentException("1 to " + CONNECTIONS_MAX + " connections, not " + connectionsMax);
        }
    }
}
