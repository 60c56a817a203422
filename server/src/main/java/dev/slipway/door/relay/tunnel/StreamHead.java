package dev.slipway.door.relay.tunnel;

import dev.slipway.door.relay.place.Caller;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/** How a stream begins, and what it says of the device whose connection it carries. */
public final class StreamHead {
    private static final String SOURCE = "csc-src";
    private static final String LOCAL = "csc-dst";
    private static final String ID = "csc-id";
    private static final String HOPS = "csc-hops";

    private StreamHead() {}

    /** The head of a stream that carries a device's connection. */
    public static Http2HeadersFrame of(Caller caller) {
        Http2Headers headers = new DefaultHttp2Headers()
                .method("POST")
                .scheme("https")
                .authority("site")
                .path("/csc/stream")
                .add(SOURCE, text(caller.source()))
                .add(LOCAL, text(caller.local()))
                .add(ID, caller.id())
                .add(HOPS, String.valueOf(caller.hops()));
        return new DefaultHttp2HeadersFrame(headers);
    }

    /** The head of the stream on which a site says hello. */
    public static Http2HeadersFrame hello() {
        return new DefaultHttp2HeadersFrame(new DefaultHttp2Headers()
                .method("POST")
                .scheme("https")
                .authority("site")
                .path(Hello.PATH));
    }

    /** That a stream is taken. */
    public static Http2HeadersFrame taken() {
        return new DefaultHttp2HeadersFrame(new DefaultHttp2Headers().status("200"));
    }

    /** Whether the center asks for the hello by it. */
    public static boolean isHello(Http2HeadersFrame head) {
        return Hello.PATH.contentEquals(String.valueOf(head.headers().path()));
    }

    /** Whose connection it carries; empty when it does not say. */
    public static Optional<Caller> caller(Http2HeadersFrame head) {
        Http2Headers headers = head.headers();
        try {
            int hops = 1 + Integer.parseInt(String.valueOf(headers.get(HOPS)));
            String id = String.valueOf(headers.get(ID));
            return hops > Caller.HOPS_MAX || !id.matches("[0-9a-f]{16}")
                    ? Optional.empty()
                    : Optional.of(new Caller(
                            id,
                            address(String.valueOf(headers.get(SOURCE))),
                            address(String.valueOf(headers.get(LOCAL))),
                            hops,
                            false));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress().split("%", 2)[0] + " " + address.getPort();
    }

    private static InetSocketAddress address(String text) {
        String[] parts = text.split(" ", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("an address and a port");
        }
        return new InetSocketAddress(InetAddress.ofLiteral(parts[0]), Integer.parseInt(parts[1]));
    }
}
