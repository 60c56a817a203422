package dev.slipway.door.portal;

import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.ledger.Lookups;
import java.util.List;
import java.util.Optional;

/** The tenant of one who shows no secret: by alias, else by host, else the only one (DESIGN section 5). Blocks. */
final class TenantOf {
    private TenantOf() {}

    static Optional<Tenant> asked(Lookups lookups, Asked asked) {
        if (!asked.alias().isEmpty()) {
            return lookups.tenant(asked.alias());
        }
        return lookups.tenant(asked.source().host()).or(() -> only(lookups.tenants()));
    }

    private static Optional<Tenant> only(List<Tenant> tenants) {
        return tenants.size() == 1 ? Optional.of(tenants.getFirst()) : Optional.empty();
    }
}
