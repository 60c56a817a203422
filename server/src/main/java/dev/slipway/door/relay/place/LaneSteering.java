package dev.slipway.door.relay.place;

import dev.slipway.door.relay.peek.ClientHello;
import dev.slipway.door.relay.peek.RequestHead;
import dev.slipway.door.relay.steer.Lane;
import dev.slipway.door.relay.steer.SteeringTable;
import io.netty.buffer.ByteBuf;
import java.util.Map;

/**
 * Steering by nature, where every lane has its own servers: what a relay does on the server's network, or before it.
 *
 * @param clear where each lane leads, but for TLS that is not opened here
 * @param passed where that leads
 */
public record LaneSteering(SteeringTable table, Map<Lane, Destination> clear, Map<Lane, Destination> passed)
        implements Steering {
    public LaneSteering {
        clear = Map.copyOf(clear);
        passed = Map.copyOf(passed);
    }

    @Override
    public boolean preambles() {
        return false;
    }

    @Override
    public Destination of(Lane lane) {
        return clear.getOrDefault(lane, Nowhere.HERE);
    }

    @Override
    public Destination of(RequestHead head, ByteBuf from) {
        return of(table.of(head, from));
    }

    @Override
    public Destination of(ClientHello hello) {
        return passed.getOrDefault(table.of(hello), Nowhere.HERE);
    }

    @Override
    public Destination ofAlias(String alias) {
        return Nowhere.HERE;
    }
}
