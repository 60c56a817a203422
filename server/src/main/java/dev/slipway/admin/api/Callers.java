package dev.slipway.admin.api;

import dev.slipway.admin.act.Caller;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.base.fleet.ledger.Ledger;
import dev.slipway.base.fleet.ledger.Lookups.Owned;
import dev.slipway.base.fleet.people.Administrator;
import dev.slipway.base.fleet.people.ApiToken;
import dev.slipway.base.fleet.people.Role;
import dev.slipway.base.identity.Tokens;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Who calls: by a token of an administrator, or by the server's own token from the same machine. */
final class Callers {
    private static final String SCHEME = "Bearer ";

    private final Ledger ledger;
    private final InstantSource clock;
    private final Secret own;

    /** The token {@code own} is as good as an administrator's, from loopback. */
    Callers(Ledger ledger, InstantSource clock, Secret own) {
        this.ledger = ledger;
        this.clock = clock;
        this.own = own;
    }

    /**
     * What a request shows of its caller.
     *
     * @param authorization the header field; empty text when there is none
     * @param tenant name or alias, for the server's own token; empty for the only one
     */
    record Shown(String authorization, String address, Optional<String> tenant) {}

    /** The caller; refuses {@code token.refused}, {@code tenant.unknown} and {@code tenant.unclear}. Blocks. */
    Caller of(Shown shown) {
        if (!shown.authorization().regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw refused();
        }
        var token = new Secret(shown.authorization().substring(SCHEME.length()).strip());
        if (token.equals(own)) {
            return local(shown);
        }
        return ledger.lookups()
                .apiToken(Tokens.sha256(token))
                .filter(owned -> owned.record().expires().filter(this::isOver).isEmpty())
                .flatMap(this::administrator)
                .orElseThrow(Callers::refused);
    }

    private Caller local(Shown shown) {
        if (!InetAddress.ofLiteral(shown.address()).isLoopbackAddress()) {
            throw refused();
        }
        return new Caller(tenant(shown.tenant()), new Actor("server", "local"), Role.ADMINISTRATOR);
    }

    private Id<Tenant> tenant(Optional<String> asked) {
        List<Tenant> tenants = ledger.lookups().tenants();
        if (asked.isPresent()) {
            return tenants.stream()
                    .filter(tenant -> tenant.name().equalsIgnoreCase(asked.get())
                            || tenant.alias().equalsIgnoreCase(asked.get()))
                    .findFirst()
                    .map(Tenant::id)
                    .orElseThrow(() -> new Refusal("tenant.unknown", "There is no tenant of that name or alias."));
        }
        if (tenants.size() != 1) {
            throw new Refusal("tenant.unclear", "There are several tenants: say which one by its name or alias.");
        }
        return tenants.getFirst().id();
    }

    private Optional<Caller> administrator(Owned<ApiToken> token) {
        return ledger.read(token.tenant(), stores -> stores.administrators()
                        .find(token.record().administrator()))
                .map(found -> caller(token, found));
    }

    private static Caller caller(Owned<ApiToken> token, Administrator administrator) {
        var actor =
                new Actor("token", administrator.login() + " " + token.record().name());
        return new Caller(token.tenant(), actor, administrator.role(), administrator.groups());
    }

    private boolean isOver(java.time.Instant expires) {
        return !clock.instant().isBefore(expires);
    }

    private static Refusal refused() {
        return new Refusal("token.refused", "Send a valid token: Authorization: Bearer TOKEN.");
    }
}
