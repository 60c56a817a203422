package dev.slipway.core.message;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Receipt;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiPredicate;

/** The gateways that this server has opened; one whose setup changed is opened anew. */
final class Lanes {
    private final Suppliers suppliers;
    private final InstantSource clock;
    private final BiPredicate<GatewaySetup, Receipt> receipts;
    private final Map<Id<GatewaySetup>, Lane> open = new HashMap<>();

    /** {@code receipts} notes what a gateway tells; false when it was given no such message. */
    Lanes(Suppliers suppliers, InstantSource clock, BiPredicate<GatewaySetup, Receipt> receipts) {
        this.receipts = receipts;
        this.suppliers = suppliers;
        this.clock = clock;
    }

    synchronized Lane of(GatewaySetup setup) {
        Lane known = open.get(setup.id());
        if (known != null && known.setup().equals(setup)) {
            return known;
        }
        Instant now = clock.instant();
        Lane opened = new Lane(setup, open(setup), now);
        open.put(setup.id(), opened);
        if (known != null) {
            known.retire();
        }
        return opened;
    }

    synchronized void retireAll() {
        open.values().forEach(Lane::retire);
        open.clear();
    }

    /** A setup that cannot be opened any more, such as after a supplier is gone, must not stop the others. */
    private MessageGateway open(GatewaySetup setup) {
        try {
            return suppliers.named(setup.supplier()).open(setup, receipt -> receipts.test(setup, receipt));
        } catch (Refusal refusal) {
            return new Closed(refusal.sentence());
        }
    }

    private record Closed(String why) implements MessageGateway {
        @Override
        public Outcome send(Outgoing message) {
            return new Outcome.Broken(why);
        }

        @Override
        public boolean knowsRepeats() {
            return true;
        }

        @Override
        public void close() {}
    }
}
