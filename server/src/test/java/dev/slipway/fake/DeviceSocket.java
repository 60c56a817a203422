package dev.slipway.fake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A device's side of a connection to a relay. */
public final class DeviceSocket implements AutoCloseable {
    private static final int WAIT_MILLIS = 10_000;

    public final Socket socket;
    private final InputStream in;

    public DeviceSocket(int port) throws IOException {
        this(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    public DeviceSocket(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(WAIT_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    public DeviceSocket send(String text) throws IOException {
        FakeBackend.write(socket.getOutputStream(), text);
        return this;
    }

    public DeviceSocket get(String path) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: h\r\n\r\n");
    }

    /** The status line, a bar and the body of the next answer, which has a length. */
    public String answer() throws IOException {
        String status = FakeBackend.line(in);
        int length = 0;
        for (String field = FakeBackend.line(in); !field.isEmpty(); field = FakeBackend.line(in)) {
            if (field.startsWith("Content-Length: ")) {
                length = Integer.parseInt(field.substring(16));
            }
        }
        return status + "|" + read(length);
    }

    /** That many bytes. */
    public String read(int length) throws IOException {
        return new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
    }

    /** Everything up to the other side's end. */
    public String rest() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
