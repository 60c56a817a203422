package dev.slipway.base.fleet;

import java.net.URI;
import java.util.List;

/**
 * An organisation separated from the others. One named {@code default} exists from the start.
 *
 * @param name internal, unique, lower case
 * @param alias public name, e-mail-like, unique
 * @param publicUrl the only source of addresses in links, messages and documents; without a slash at its end
 * @param hosts names by which a request finds this tenant
 */
public record Tenant(Id<Tenant> id, String name, String alias, URI publicUrl, List<String> hosts)
        implements Identified<Tenant> {
    public Tenant {
        hosts = List.copyOf(hosts);
    }
}
