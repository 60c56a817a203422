package dev.slipway.door.relay.place;

import dev.slipway.door.relay.peek.ClientHelloReader.Hello;
import dev.slipway.door.relay.peek.RequestHead;
import dev.slipway.door.relay.steer.Lane;
import dev.slipway.door.relay.steer.SteeringTable;
import io.netty.buffer.ByteBuf;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Names the destination of what was recognised; answers at once, on an event loop. */
public interface Steering {
    /**
     * Steering by nature, where every lane has its own servers.
     *
     * @param clear where each lane leads, but for TLS that is not opened here
     * @param passed where that leads
     * @param random for the time after which one is told that there is nothing
     */
    static Steering byNature(
            SteeringTable table, Map<Lane, Destination> clear, Map<Lane, Destination> passed, RandomGenerator random) {
        return new LaneSteering(table, clear, passed, new Nowhere(random, Destination.Failure.NOWHERE));
    }

    /**
     * Where an alias leads that is unknown or away: told after the same time each time that it cannot be reached now.
     *
     * @param random for the chance in that time
     */
    static Destination away(RandomGenerator random) {
        return new Nowhere(random, Destination.Failure.UNREACHABLE);
    }

    /** The rules. */
    SteeringTable table();

    /** Whether our own clients' line is understood. */
    boolean preambles();

    /** Of a connection that is neither HTTP nor TLS, or that said nothing in time. */
    Destination of(Lane lane);

    /** Of a request. */
    Destination of(RequestHead head, ByteBuf from);

    /** Of TLS that is not opened here. */
    Destination of(Hello hello);

    /** Of a connection that named its alias itself. */
    Destination ofAlias(String alias);
}
