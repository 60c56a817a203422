package dev.slipway.base.store.messages;

import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Gateways;
import dev.slipway.base.fleet.messages.Messages;
import dev.slipway.base.fleet.messages.Wordings;
import dev.slipway.base.store.sql.Desk;
import dev.slipway.base.store.sql.Shape;

/** The stores of messages at one desk. */
public record MessageStores(Desk desk) {
    /** The outbox. */
    public Messages messages() {
        return new JdbcMessages(desk);
    }

    /** Gateways. */
    public Gateways gateways() {
        return new JdbcGateways(desk);
    }

    /** How gateways lie in their table, for the look-up without a tenant. */
    public Shape<GatewaySetup> gateway() {
        return JdbcGateways.shape(desk);
    }

    /** Templates of one's own. */
    public Wordings wordings() {
        return new JdbcWordings(desk);
    }
}
