package dev.slipway.app;

import dev.slipway.app.config.Config;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.base.fleet.ledger.Ledger;
import dev.slipway.core.enroll.DeviceTypeSeed;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.random.RandomGenerator;

/** What a new installation begins with: the tenant {@code default} and its device types. */
final class FirstStart {
    private FirstStart() {}

    /**
     * Makes them unless some tenant is there; then {@code portal.public_url} and {@code portal.alias} count no more.
     */
    static void run(Ledger ledger, Config.Portal portal, RandomGenerator random) {
        if (!ledger.lookups().tenants().isEmpty()) {
            return;
        }
        URI publicUrl = publicUrl(portal);
        String told = portal.tenant().alias();
        String alias = told.isEmpty() ? "default@" + publicUrl.getHost() : told;
        Tenant tenant = new Tenant(Id.next(random), "default", alias, publicUrl, List.of());
        ledger.keep(
                tenant,
                Actor.HOUSE,
                new Act("tenant.create", tenant.name()),
                stores -> DeviceTypeSeed.into(stores, random));
    }

    private static URI publicUrl(Config.Portal portal) {
        String told = portal.tenant().publicUrl();
        if (!told.isEmpty()) {
            return URI.create(told);
        }
        try {
            String host = InetAddress.getLocalHost().getCanonicalHostName();
            return URI.create("https://" + host + ":" + portal.httpsPort());
        } catch (UnknownHostException e) {
            throw new Refusal(
                    "config.public-url-missing",
                    "This machine does not know its own name (%s): set portal.public_url, where devices reach it."
                            .formatted(e.getMessage()));
        }
    }
}
