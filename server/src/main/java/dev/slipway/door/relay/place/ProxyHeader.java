package dev.slipway.door.relay.place;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.haproxy.HAProxyCommand;
import io.netty.handler.codec.haproxy.HAProxyMessage;
import io.netty.handler.codec.haproxy.HAProxyProtocolVersion;
import io.netty.handler.codec.haproxy.HAProxyProxiedProtocol;
import io.netty.handler.codec.haproxy.HAProxyTLV;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is said to and by whoever stands next in the line about the device at its start (HAProxy's proxy-protocol.txt,
 * version 2). Our own values: E0 the lane, E1 how many relays the connection came through; 05 is the connection's id.
 */
public final class ProxyHeader {
    /** Of all values together. */
    public static final int VALUES_BYTES_MAX = 1024;

    private static final byte SSL = 0x20;
    private static final byte ID = 0x05;
    private static final byte AUTHORITY = 0x02;
    private static final byte LANE = (byte) 0xE0;
    private static final byte HOPS = (byte) 0xE1;
    /** Client connected over TLS; nothing verified (section 2.2.5). */
    private static final byte[] OVER_TLS = {1, 0, 0, 0, 1};

    private ProxyHeader() {}

    /** The caller that it speaks of; empty when it came through too many relays. */
    public static Optional<Caller> caller(HAProxyMessage header, Caller from) {
        int hops = 1 + hops(header);
        if (hops > Caller.HOPS_MAX) {
            return Optional.empty();
        }
        boolean speaksOfItself = header.command() == HAProxyCommand.LOCAL || header.sourceAddress() == null;
        return Optional.of(
                speaksOfItself
                        ? new Caller(from.id(), from.source(), from.local(), hops, true)
                        : new Caller(
                                from.id(),
                                address(header.sourceAddress(), header.sourcePort()),
                                address(header.destinationAddress(), header.destinationPort()),
                                hops,
                                true));
    }

    private static int hops(HAProxyMessage header) {
        for (HAProxyTLV value : header.tlvs()) {
            if (value.typeByteValue() == HOPS && value.content().readableBytes() == 1) {
                return value.content().getUnsignedByte(0);
            }
        }
        return 0;
    }

    /** Netty gives numbers, never names, so nothing is looked up. */
    private static InetSocketAddress address(String number, int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(number), port);
    }

    /** What a backend that expects it is told. */
    public static HAProxyMessage of(Caller caller, Destination.Opened opened, String lane) {
        boolean v6 = caller.source().getAddress() instanceof Inet6Address
                || caller.local().getAddress() instanceof Inet6Address;
        List<HAProxyTLV> values = new ArrayList<>();
        values.add(new HAProxyTLV(ID, bytes(caller.id())));
        values.add(new HAProxyTLV(LANE, bytes(lane)));
        values.add(new HAProxyTLV(HOPS, Unpooled.wrappedBuffer(new byte[] {(byte) caller.hops()})));
        if (!opened.serverName().isEmpty()) {
            values.add(new HAProxyTLV(AUTHORITY, bytes(opened.serverName())));
        }
        if (opened.overTls()) {
            values.add(new HAProxyTLV(SSL, Unpooled.wrappedBuffer(OVER_TLS)));
        }
        return new HAProxyMessage(
                HAProxyProtocolVersion.V2,
                HAProxyCommand.PROXY,
                v6 ? HAProxyProxiedProtocol.TCP6 : HAProxyProxiedProtocol.TCP4,
                number(caller.source(), v6),
                number(caller.local(), v6),
                caller.source().getPort(),
                caller.local().getPort(),
                values);
    }

    private static String number(InetSocketAddress address, boolean v6) {
        String number = address.getAddress().getHostAddress().split("%", 2)[0];
        return v6 && !number.contains(":") ? "::ffff:" + number : number;
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
    }
}
