package dev.slipway.base.http.clients;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.net.SocketAddress;

/** Where a request comes from, taken on its event loop. */
public final class Remote {
    /** HAProxy's proxy-protocol.txt, section 2.2.5. */
    private static final byte SSL = 0x20;

    private static final int CLIENT_SSL = 1;
    private static final AttributeKey<Boolean> OVER_TLS = AttributeKey.valueOf(Remote.class, "over-tls");

    private Remote() {}

    /** The address from which it came; {@code unknown} when its connection is gone. */
    public static String address(HttpServerRequest request) {
        SocketAddress remote = request.remoteAddress();
        return remote == null || remote.hostAddress() == null ? "unknown" : remote.hostAddress();
    }

    /** Whether the device spoke TLS: to us, or to a relay that is believed and says so (its header, type 0x20). */
    public static boolean isOverTls(HttpServerRequest request) {
        boolean said = request.connection() instanceof HttpServerConnection connection
                && channel(connection).hasAttr(OVER_TLS);
        return said || request.isSSL();
    }

    /** Keeps with a new connection what the header before it said, which can be asked for once only. */
    public static void note(HttpConnection made) {
        boolean said = made.proxyProtocolV2HeaderTLVs().stream()
                .anyMatch(value -> value.getKey().getByte(0) == SSL
                        && value.getValue().length() > 0
                        && (value.getValue().getByte(0) & CLIENT_SSL) != 0);
        if (said && made instanceof HttpServerConnection connection) {
            channel(connection).attr(OVER_TLS).set(true);
        }
    }

    private static Channel channel(HttpServerConnection connection) {
        return connection.channelHandlerContext().channel();
    }

    /** Whether nobody between can read this request: TLS, or it never left this machine. */
    public static boolean isPrivate(HttpServerRequest request) {
        if (isOverTls(request)) {
            return true;
        }
        String address = address(request);
        return address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
    }
}
