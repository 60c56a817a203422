package dev.slipway.app;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.ledger.Lookups;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The tenants as last read: few, rarely changed, and needed inside other transactions, where no second one may begin.
 */
final class KnownTenants {
    private final Lookups lookups;
    private volatile Map<Id<Tenant>, Tenant> known = Map.of();

    KnownTenants(Lookups lookups) {
        this.lookups = lookups;
        read();
    }

    Optional<Tenant> find(Id<Tenant> id) {
        return Optional.ofNullable(known.get(id));
    }

    /** The tenant of this alias; when none is said, the only one there is. */
    Optional<Id<Tenant>> of(Optional<String> alias) {
        Map<Id<Tenant>, Tenant> now = known;
        return now.values().stream()
                .filter(tenant -> alias.map(tenant.alias()::equalsIgnoreCase).orElse(now.size() == 1))
                .map(Tenant::id)
                .findFirst();
    }

    Collection<Tenant> all() {
        return known.values();
    }

    /** Reads again when a tenant changed. */
    void changed(List<Change> changes) {
        if (changes.stream().anyMatch(change -> change.kind() == Change.Kind.TENANT)) {
            read();
        }
    }

    private void read() {
        known = lookups.tenants().stream().collect(Collectors.toUnmodifiableMap(Tenant::id, Function.identity()));
    }
}
