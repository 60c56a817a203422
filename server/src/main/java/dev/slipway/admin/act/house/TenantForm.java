package dev.slipway.admin.act.house;

import dev.slipway.admin.act.Shape;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Tenant;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A tenant.
 *
 * @param name by which the command line and {@code Slipway-Tenant} call it
 * @param alias public name, e-mail-like; left out: the name at the host of the address
 * @param publicUrl the only source of addresses in links, messages and documents
 * @param hosts names by which a request finds it; none when left out
 */
public record TenantForm(String name, Optional<String> alias, URI publicUrl, Optional<List<String>> hosts) {
    private static final int HOSTS_MAX = 64;

    /** As it is. */
    public static TenantForm of(Tenant tenant) {
        return new TenantForm(
                tenant.name(), Optional.of(tenant.alias()), tenant.publicUrl(), Optional.of(tenant.hosts()));
    }

    Tenant tenant(Id<Tenant> id) {
        URI url = checked(publicUrl);
        List<String> names = hosts.orElse(List.of());
        if (names.size() > HOSTS_MAX) {
            throw new Refusal("tenant.too-many-hosts", "A tenant has at most " + HOSTS_MAX + " hosts.");
        }
        return new Tenant(
                id,
                Shape.WORD.check(name),
                Shape.EMAIL.check(alias.orElseGet(() -> name + "@" + url.getHost())),
                url,
                names.stream()
                        .map(host -> Shape.HOST.check(host).toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList());
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
