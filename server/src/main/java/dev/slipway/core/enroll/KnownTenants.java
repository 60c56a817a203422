package dev.slipway.core.enroll;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.ledger.Lookups;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The tenants as last read, and which one is meant by who has no secret yet: by alias, else by host, else the only one
 * (DESIGN section 5). Few, rarely changed, and asked for on event loops and inside other transactions, where no
 * database may be asked; what another node changed is known here a second later.
 */
public final class KnownTenants {
    private final Lookups lookups;
    private volatile Known known;

    /** Reads them for the first time. Blocks. */
    public KnownTenants(Lookups lookups) {
        this.lookups = lookups;
        this.known = Known.of(lookups.tenants());
    }

    /** The tenant of this id. */
    public Optional<Tenant> find(Id<Tenant> id) {
        return Optional.ofNullable(known.byId.get(id));
    }

    /** The tenant of this alias, or of this host, or the only one there is; an empty text is nothing said. */
    public Optional<Tenant> asked(String alias, String host) {
        Known now = known;
        if (!alias.isBlank()) {
            return now.named(alias.strip());
        }
        return now.named(host).or(() -> now.all.size() == 1 ? Optional.of(now.all.getFirst()) : Optional.empty());
    }

    /** The same; refuses {@code alias.unknown} and {@code tenant.unclear}. */
    Id<Tenant> chosen(String alias, String host) {
        return asked(alias, host)
                .map(Tenant::id)
                .orElseThrow(() -> alias.isBlank()
                        ? new Refusal(
                                "tenant.unclear", "Several organisations are served here: give the alias of yours.")
                        : new Refusal(
                                "alias.unknown", "Nobody here has this alias: check it against the message you got."));
    }

    /** All, oldest first. */
    public List<Tenant> all() {
        return known.all;
    }

    /** Reads again when a tenant changed. Blocks. */
    public void changed(List<Change> changes) {
        if (changes.stream().anyMatch(change -> change.kind() == Change.Kind.TENANT)) {
            known = Known.of(lookups.tenants());
        }
    }

    /** One reading; names are aliases and hosts in lower case, and an alias beats a host. */
    private record Known(List<Tenant> all, Map<Id<Tenant>, Tenant> byId, Map<String, Tenant> byName) {
        static Known of(List<Tenant> all) {
            Map<String, Tenant> byName = new HashMap<>();
            all.forEach(tenant -> tenant.hosts().forEach(host -> byName.put(lower(host), tenant)));
            all.forEach(tenant -> byName.put(lower(tenant.alias()), tenant));
            return new Known(
                    List.copyOf(all),
                    all.stream().collect(Collectors.toUnmodifiableMap(Tenant::id, Function.identity())),
                    Map.copyOf(byName));
        }

        Optional<Tenant> named(String name) {
            return Optional.ofNullable(byName.get(lower(name)));
        }

        private static String lower(String name) {
            return name.toLowerCase(Locale.ROOT);
        }
    }
}
