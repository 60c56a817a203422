package dev.slipway.core.enroll.directory;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.ledger.Ledger;
import dev.slipway.base.fleet.people.SipServer;
import dev.slipway.base.identity.DerivedToken;
import dev.slipway.base.identity.TokenKey;
import dev.slipway.base.identity.TokenSubject;
import java.net.URI;
import java.util.Optional;

/** Tells SIP servers which accounts may register. The secret of each is derived and stands nowhere. */
public record SipDirectory(Ledger ledger, TokenKey key) {
    /** The path before the secret. */
    public static final String PATH = "/directory/";

    /** Where that SIP server asks; its last part is a secret. */
    public static URI address(TokenKey key, Tenant tenant, Id<SipServer> server) {
        String secret = DerivedToken.of(key, subject(tenant.id(), server)).text();
        return URI.create(tenant.publicUrl() + PATH + secret);
    }

    private static TokenSubject subject(Id<Tenant> tenant, Id<SipServer> server) {
        return new TokenSubject("sip-directory", tenant.value(), server.value(), 1);
    }

    /** What the SIP server with this secret is answered; empty when there is none. Blocks. */
    public Optional<Found> find(String secret, String user, String domain) {
        return DerivedToken.parse(secret)
                .filter(token -> token.id() > 0)
                .flatMap(token -> ledger.lookups()
                        .sipServer(new Id<>(token.id()))
                        .filter(owned -> token.isOf(
                                key, subject(owned.tenant(), owned.record().id()))))
                .map(owned -> new Found(ledger.read(
                        owned.tenant(), stores -> stores.sipServers().ha1(user, domain))));
    }

    /**
     * The answer to a SIP server of ours.
     *
     * @param ha1 of an account that may register; empty when there is none
     */
    public record Found(Optional<String> ha1) {}
}
