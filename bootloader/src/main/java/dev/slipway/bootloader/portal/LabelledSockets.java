package dev.slipway.bootloader.portal;

import dev.slipway.bootloader.protocol.trust.AliasLabel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocketFactory;

/**
 * TLS whose server name begins with the label of an alias, so that a switching center finds the server without opening
 * it, and no name has to be looked up for that: the connection itself goes to the center.
 */
final class LabelledSockets extends SSLSocketFactory {
    private static final String AT = "/at/";

    private final SSLSocketFactory sockets;
    private final String label;

    private LabelledSockets(SSLSocketFactory sockets, String label) {
        this.sockets = sockets;
        this.label = label;
    }

    /** The same sockets, labelled when the address names an alias in its path. */
    static SSLSocketFactory of(SSLSocketFactory sockets, URI address) {
        String path = address.getRawPath();
        if (path == null || !path.startsWith(AT)) {
            return sockets;
        }
        int end = path.indexOf('/', AT.length());
        String alias = path.substring(AT.length(), end < 0 ? path.length() : end);
        String named = URLDecoder.decode(alias.replace("+", "%2B"), StandardCharsets.UTF_8);
        return new LabelledSockets(sockets, AliasLabel.of(named));
    }

    @Override
    public Socket createSocket(Socket connected, String host, int port, boolean autoClose) throws IOException {
        return sockets.createSocket(connected, label + "." + host, port, autoClose);
    }

    /** A socket that is not connected could not be labelled; who asks for one connects a plain one first. */
    @Override
    public Socket createSocket() throws IOException {
        SocketException none = new SocketException("only connected sockets are wrapped here");
        none.initCause(new UnsupportedOperationException());
        throw none;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket();
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return sockets.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return sockets.getSupportedCipherSuites();
    }
}
