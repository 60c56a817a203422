package dev.slipway.door.relay.place;

import java.net.InetSocketAddress;

/**
 * Who is at the other end of an accepted connection.
 *
 * @param id of the connection, for logs: 16 hexadecimal digits
 * @param source the device's address, as far as whoever stands before this relay is trusted to say it
 * @param local the address that it reached
 * @param hops how many relays the connection came through, this one not counted
 * @param trusted whether what it says about others is believed
 */
public record Caller(String id, InetSocketAddress source, InetSocketAddress local, int hops, boolean trusted) {
    /** A connection that came through more relays runs in a circle. */
    public static final int HOPS_MAX = 3;
}
