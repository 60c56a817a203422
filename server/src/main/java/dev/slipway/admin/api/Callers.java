package dev.slipway.admin.api;

import dev.slipway.admin.act.Acts;
import dev.slipway.admin.act.Caller;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.base.fleet.ledger.Lookups.Owned;
import dev.slipway.base.fleet.people.ApiToken;
import dev.slipway.base.identity.Tokens;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who calls: by a token of an administrator, or by the server's own token from the same machine. */
final class Callers {
    private static final String SCHEME = "Bearer ";

    private final Acts acts;
    private final Secret own;

    /** The token {@code own} is as good as an administrator's, from loopback. */
    Callers(Acts acts, Secret own) {
        this.acts = acts;
        this.own = own;
    }

    /**
     * What a request shows of its caller.
     *
     * @param authorization the header field; empty text when there is none
     * @param tenant name or alias, for the server's own token; empty for the only one
     * @param installation whether what is asked concerns the whole installation, so that any tenant will do
     */
    record Shown(String authorization, String address, Optional<String> tenant, boolean installation) {}

    /**
     * The caller; refuses {@code token.refused}, {@code tenant.unknown}, {@code tenant.not-yours} and
     * {@code tenant.unclear}. Blocks.
     */
    Caller of(Shown shown) {
        if (!shown.authorization().regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw refused();
        }
        var token = new Secret(shown.authorization().substring(SCHEME.length()).strip());
        if (token.equals(own)) {
            return local(shown);
        }
        Caller caller = acts.ledger()
                .lookups()
                .apiToken(Tokens.sha256(token))
                .filter(owned -> owned.record().expires().filter(this::isOver).isEmpty())
                .flatMap(this::administrator)
                .orElseThrow(Callers::refused);
        if (shown.tenant().isPresent() && !tenant(shown).equals(caller.tenant())) {
            throw new Refusal("tenant.not-yours", "This token is of another tenant: use one of the tenant you name.");
        }
        return caller;
    }

    private Caller local(Shown shown) {
        if (!InetAddress.ofLiteral(shown.address()).isLoopbackAddress()) {
            throw refused();
        }
        return Caller.local(tenant(shown));
    }

    private Id<Tenant> tenant(Shown shown) {
        List<Tenant> tenants = acts.ledger().lookups().tenants();
        Optional<Tenant> named = shown.tenant().map(asked -> named(tenants, asked));
        if (named.isEmpty() && tenants.size() != 1 && !shown.installation()) {
            throw new Refusal(
                    "tenant.unclear",
                    "There are several tenants, %s: name one by --tenant, SLIPWAY_TENANT or Slipway-Tenant."
                            .formatted(tenants.stream().map(Tenant::name).collect(Collectors.joining(", "))));
        }
        return named.orElseGet(tenants::getFirst).id();
    }

    private static Tenant named(List<Tenant> tenants, String asked) {
        return tenants.stream()
                .filter(tenant ->
                        tenant.name().equalsIgnoreCase(asked) || tenant.alias().equalsIgnoreCase(asked))
                .findFirst()
                .orElseThrow(() -> new Refusal("tenant.unknown", "There is no tenant of that name or alias."));
    }

    private Optional<Caller> administrator(Owned<ApiToken> token) {
        return acts.ledger()
                .read(token.tenant(), stores -> stores.administrators()
                        .find(token.record().administrator()))
                .map(found -> acts.caller(
                        token.tenant(),
                        new Actor("token", found.login() + " " + token.record().name()),
                        found));
    }

    private boolean isOver(Instant expires) {
        return !acts.means().clock().instant().isBefore(expires);
    }

    private static Refusal refused() {
        return new Refusal("token.refused", "Send a valid token: Authorization: Bearer TOKEN.");
    }
}
