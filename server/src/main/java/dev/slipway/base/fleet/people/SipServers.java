package dev.slipway.base.fleet.people;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import java.util.List;
import java.util.Optional;

/** The SIP servers of a tenant. */
public interface SipServers {
    /** All of them, by name; a tenant has few. */
    List<SipServer> all();

    /** The one of that name. */
    Optional<SipServer> named(String name);

    /**
     * Keeps a new one and makes its role, which can read the accounts of this tenant and nothing else. Refuses
     * {@code fleet.duplicate}, and {@code sip-server.no-right} on a database that lets us make no roles.
     */
    void open(SipServer server, Secret password);

    /** Takes it away with its role; with the last one the hashes of the tenant go too. */
    void close(Id<SipServer> server);

    /** The hash of an active account of an active user; empty for anything else, and while there is no SIP server. */
    Optional<String> ha1(String user, String domain);

    /** Where it reads. */
    Place place();

    /** The database server and the database on it. */
    record Place(String host, int port, String database) {}
}
