package dev.slipway.core.enroll;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.ledger.Lookups;
import java.util.List;

/**
 * Which tenant is meant by one who has no secret yet: by alias, else by host, else the only one (DESIGN section
 * 5).
 */
final class TenantChoice {
    private TenantChoice() {}

    /** The tenant; an empty text is nothing said. Refuses {@code alias.unknown} and {@code tenant.unclear}. */
    static Id<Tenant> of(Lookups lookups, String alias, String host) {
        if (!alias.isBlank()) {
            return lookups.tenant(alias.strip())
                    .map(Tenant::id)
                    .orElseThrow(() -> new Refusal(
                            "alias.unknown", "Nobody here has this alias: check it against the message you got."));
        }
        return lookups.tenant(host).map(Tenant::id).orElseGet(() -> only(lookups.tenants()));
    }

    private static Id<Tenant> only(List<Tenant> tenants) {
        if (tenants.size() != 1) {
            throw new Refusal("tenant.unclear", "Several organisations are served here: give the alias of yours.");
        }
        return tenants.getFirst().id();
    }
}
