package dev.slipway.door.relay.place;

import dev.slipway.door.relay.peek.ClientHello;
import dev.slipway.door.relay.peek.RequestHead;
import dev.slipway.door.relay.steer.Lane;
import dev.slipway.door.relay.steer.SteeringTable;
import io.netty.buffer.ByteBuf;

/** Names the destination of what was recognised; answers at once, on an event loop. */
public interface Steering {
    /** The rules. */
    SteeringTable table();

    /** Whether our own clients' line is understood. */
    boolean preambles();

    /** Of a connection that is neither HTTP nor TLS, or that said nothing in time. */
    Destination of(Lane lane);

    /** Of a request. */
    Destination of(RequestHead head, ByteBuf from);

    /** Of TLS that is not opened here. */
    Destination of(ClientHello hello);

    /** Of a connection that named its alias itself. */
    Destination ofAlias(String alias);
}
