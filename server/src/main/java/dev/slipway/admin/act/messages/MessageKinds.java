package dev.slipway.admin.act.messages;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Kind;
import dev.slipway.admin.act.Kind.Naming;
import dev.slipway.admin.act.Kind.Portrait;
import dev.slipway.base.fleet.ledger.Stores;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.core.message.Supplier;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** The kinds of record about messages that forms can make. */
public final class MessageKinds {
    /** Who carries messages. */
    public static final Kind<GatewaySetup, GatewayForm> GATEWAY = new Kind<>(
            new Naming<>("gateway", "gateways", GatewaySetup::name),
            Area.GATEWAYS,
            Stores::gateways,
            new Portrait<>(GatewayForm.class, GatewayForm::of, MessageKinds::facts));

    private MessageKinds() {}

    private static Map<String, Object> facts(Acting acting, GatewaySetup gateway) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("has_secrets", new TreeSet<>(gateway.secrets().keySet()));
        acting.stores().gateways().tested(gateway.id()).ifPresent(at -> facts.put("tested", at));
        Supplier supplier = acting.means().suppliers().named(gateway.supplier());
        facts.put("carries", supplier.carries(gateway));
        supplier.warning(gateway).ifPresent(warning -> facts.put("warning", warning));
        return facts;
    }
}
