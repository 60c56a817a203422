package dev.slipway.base.fleet.messages;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The message gateways of a tenant. */
public interface Gateways extends Named<GatewaySetup> {
    /** All of them, by name; a tenant has few. */
    List<GatewaySetup> all();

    /** When it last sent a test message, since it was last changed. */
    Optional<Instant> tested(Id<GatewaySetup> gateway);

    /** Notes that it just sent one. */
    void noteTested(Id<GatewaySetup> gateway, Instant at);
}
