package dev.slipway.door.relay.place;

import dev.slipway.door.relay.peek.ClientHelloReader.Hello;
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
record LaneSteering(
        SteeringTable table, Map<Lane, Destination> clear, Map<Lane, Destination> passed, Destination nowhere)
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
        return clear.getOrDefault(lane, nowhere);
    }

    @Override
    public Destination of(RequestHead head, ByteBuf from) {
        return of(table.of(head, from));
    }

    @Override
    public Destination of(Hello hello) {
        return passed.getOrDefault(table.of(hello), nowhere);
    }

    @Override
    public Destination ofAlias(String alias) {
        return nowhere;
    }
}
