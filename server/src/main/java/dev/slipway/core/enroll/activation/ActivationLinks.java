package dev.slipway.core.enroll.activation;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.fleet.acts.Activation.Page;
import dev.slipway.base.identity.DerivedCode;
import dev.slipway.base.identity.DerivedToken;
import dev.slipway.base.identity.TokenKey;
import dev.slipway.base.identity.TokenSubject;
import java.net.URI;
import java.util.Optional;

/** Derives the links, the typed code and the PIN of activations (DESIGN section 5, Secrets). */
public record ActivationLinks(TokenKey key) {
    /** Where a link leads: below the tenant's public address, and never by what a request names as its host. */
    public URI address(Tenant tenant, Activation activation, Page page) {
        return below(
                tenant,
                switch (page) {
                    case INSTALLATION -> "/i/" + text(tenant.id(), activation, page);
                    case ACTIVATION -> "/a/" + text(tenant.id(), activation, page);
                });
    }

    /** An address below the tenant's public one; {@code path} begins with a slash. */
    public static URI below(Tenant tenant, String path) {
        return URI.create(tenant.publicUrl() + path);
    }

    /** The secret part of a link. */
    public String text(Id<Tenant> tenant, Activation activation, Page page) {
        return DerivedToken.of(key, subject(tenant, activation, purpose(page))).text();
    }

    /** What a text looks like; empty for what was never derived. */
    static Optional<DerivedToken> parse(String text) {
        return DerivedToken.parse(text).filter(read -> read.id() > 0);
    }

    /** Whether it is that activation's link to that page, as it is now. */
    boolean leadsTo(DerivedToken token, Id<Tenant> tenant, Activation activation, Page page) {
        return token.isOf(key, subject(tenant, activation, purpose(page)));
    }

    /** The code that may be typed instead of following the link. */
    public String code(Id<Tenant> tenant, Activation activation) {
        return DerivedCode.letters(key, subject(tenant, activation, "activation-code"));
    }

    /** What the button asks for, if it does. */
    public String pin(Id<Tenant> tenant, Activation activation) {
        return DerivedCode.digits(key, subject(tenant, activation, "activation-pin"));
    }

    private static String purpose(Page page) {
        return switch (page) {
            case INSTALLATION -> "installation-link";
            case ACTIVATION -> "activation-link";
        };
    }

    private static TokenSubject subject(Id<Tenant> tenant, Activation activation, String purpose) {
        return new TokenSubject(
                purpose,
                tenant.value(),
                activation.id().value(),
                activation.links().generation());
    }
}
