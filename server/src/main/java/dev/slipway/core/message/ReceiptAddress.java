package dev.slipway.core.message;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.identity.DerivedToken;
import dev.slipway.base.identity.TokenKey;
import dev.slipway.base.identity.TokenSubject;

/**
 * Where a gateway's supplier tells what became of messages: {@code /receipt/GATEWAY/SECRET} at the public address.
 * Ids of gateways are unique in the whole house, so a secret is checked before anything is looked up.
 */
public record ReceiptAddress(TokenKey key) {
    /** The path before both parts. */
    public static final String PATH = "/receipt/";

    private static final String PURPOSE = "receipt";

    /** The whole address; its last part is a secret. */
    public String of(Tenant tenant, Id<GatewaySetup> gateway) {
        String secret = DerivedToken.of(key, subject(gateway)).text();
        return tenant.publicUrl() + PATH + gateway + "/" + secret;
    }

    /** Whether {@code secret} is that of this gateway. */
    public boolean isOf(String secret, Id<GatewaySetup> gateway) {
        return DerivedToken.parse(secret)
                .filter(token -> token.isOf(key, subject(gateway)))
                .isPresent();
    }

    private static TokenSubject subject(Id<GatewaySetup> gateway) {
        return new TokenSubject(PURPOSE, 0, gateway.value(), 0);
    }
}
