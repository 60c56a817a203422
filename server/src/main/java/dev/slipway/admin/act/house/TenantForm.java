package dev.slipway.admin.act.house;

import dev.slipway.admin.act.Shape;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Tenant;
import java.net.URI;
import java.util.List;

/**
 * What may change of a tenant.
 *
 * @param alias public name, e-mail-like
 * @param publicUrl the only source of addresses in links, messages and documents
 * @param hosts names by which a request finds it
 */
public record TenantForm(String alias, URI publicUrl, List<String> hosts) {
    public TenantForm {
        hosts = List.copyOf(hosts);
    }

    /** As it is. */
    public static TenantForm of(Tenant tenant) {
        return new TenantForm(tenant.alias(), tenant.publicUrl(), tenant.hosts());
    }

    Tenant tenant(Tenant before) {
        return new Tenant(
                before.id(),
                before.name(),
                Shape.EMAIL.check(alias),
                checked(publicUrl),
                hosts.stream().map(Shape.HOST::check).toList());
    }

    private static URI checked(URI url) {
        boolean whole = url.getHost() != null && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()));
        if (!whole
                || url.getQuery() != null
                || url.getFragment() != null
                || url.getPath().endsWith("/")) {
            throw new Refusal(
                    "tenant.public-url",
                    "Give an http or https address without a slash, question mark or # at its end.");
        }
        return url;
    }
}
