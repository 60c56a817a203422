package dev.slipway.fake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server behind a relay: each connection is talked to by a thread of its own. */
public final class FakeBackend implements AutoCloseable {
    private final ServerSocket listening;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger ended = new AtomicInteger();
    private final Talk talk;
    private final Thread accepting;

    /** What is said on one connection. */
    @FunctionalInterface
    public interface Talk {
        void on(Socket socket) throws IOException;
    }

    public FakeBackend(Talk talk) {
        this.talk = talk;
        try {
            listening = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        accepting = Thread.ofPlatform().daemon().start(this::accepts);
    }

    /** What an HTTP server behind a relay was asked. */
    public record Asked(String line, List<String> fields, String body) {}

    /** One that answers every request with its own name and what it was asked, and keeps what that was. */
    public static FakeBackend http(String name, List<Asked> asked) {
        return new FakeBackend(socket -> {
            var in = new BufferedInputStream(socket.getInputStream());
            while (true) {
                Asked request = request(in);
                if (request.line().isEmpty()) {
                    return;
                }
                asked.add(request);
                String body = name + " " + request.line() + " " + request.body();
                boolean closes = request.fields().contains("Connection: close");
                write(
                        socket.getOutputStream(),
                        "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n%s\r\n%s"
                                .formatted(body.length(), closes ? "Connection: close\r\n" : "", body));
                if (closes) {
                    return;
                }
            }
        });
    }

    /** One that sends back what it is sent, behind a letter. */
    public static FakeBackend echo(String letter) {
        return new FakeBackend(socket -> {
            write(socket.getOutputStream(), letter);
            socket.getInputStream().transferTo(socket.getOutputStream());
            socket.shutdownOutput();
        });
    }

    public static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static Asked request(InputStream in) throws IOException {
        String line = line(in);
        List<String> fields = new CopyOnWriteArrayList<>();
        for (String field = line(in); !field.isEmpty(); field = line(in)) {
            fields.add(field);
        }
        int length = fields.stream()
                .filter(field -> field.startsWith("Content-Length: "))
                .mapToInt(field -> Integer.parseInt(field.substring(16)))
                .findAny()
                .orElse(0);
        String body = new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
        if (fields.contains("Transfer-Encoding: chunked")) {
            var all = new StringBuilder();
            for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
                all.append(new String(in.readNBytes(size), StandardCharsets.ISO_8859_1));
                line(in);
            }
            line(in);
            body = all.toString();
        }
        return new Asked(line, fields, body);
    }

    /** Reads a request up to its body. */
    public static void head(Socket socket) throws IOException {
        String line = "-";
        while (!line.isEmpty()) {
            line = line(socket.getInputStream());
        }
    }

    public static String line(InputStream in) throws IOException {
        var text = new StringBuilder();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                text.append((char) b);
            }
        }
        return text.toString();
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** How many of its connections broke off. */
    public int broken() {
        return ended.get();
    }

    public int connections() {
        return sockets.size();
    }

    private void accepts() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                sockets.add(socket);
                Thread.ofVirtual().start(() -> talks(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talks(Socket socket) {
        try (socket) {
            talk.on(socket);
        } catch (IOException gone) {
            ended.incrementAndGet();
        } finally {
            sockets.remove(socket);
        }
    }

    private void ended() {
        try {
            accepting.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        ended();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
