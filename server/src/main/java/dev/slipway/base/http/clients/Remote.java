package dev.slipway.base.http.clients;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;

/** Where a request comes from, taken on its event loop. */
public final class Remote {
    private Remote() {}

    /** The address from which it came; {@code unknown} when its connection is gone. */
    public static String address(HttpServerRequest request) {
        SocketAddress remote = request.remoteAddress();
        return remote == null || remote.hostAddress() == null ? "unknown" : remote.hostAddress();
    }

    /** Whether nobody between can read this request: TLS, or it never left this machine. */
    public static boolean isPrivate(HttpServerRequest request) {
        if (request.isSSL()) {
            return true;
        }
        String address = address(request);
        return address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
    }
}
