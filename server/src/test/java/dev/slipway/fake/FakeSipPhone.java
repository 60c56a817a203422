package dev.slipway.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A phone on loopback that keeps every datagram it gets and answers requests as it is told. */
public final class FakeSipPhone implements AutoCloseable {
    private static final int DATAGRAM_BYTES_MAX = 65_535;

    private final MulticastSocket socket;
    private final IntUnaryOperator answers;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<Long> requestNanos = new CopyOnWriteArrayList<>();

    /**
     * A phone on a free port.
     *
     * @param answers from the number of a request, 1 for the first, to the status of its answer; 0 for none
     */
    public FakeSipPhone(IntUnaryOperator answers) {
        this.answers = answers;
        try {
            socket = new MulticastSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            socket.setNetworkInterface(NetworkInterface.getByName("lo"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("phone").start(this::serve);
    }

    /** Where it is. */
    public InetSocketAddress at() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    /** Sends a datagram, also to a group. */
    public void send(byte[] datagram, InetAddress to, int port) {
        send(socket, datagram, new InetSocketAddress(to, port));
    }

    /** Every datagram so far. */
    public List<String> heard() {
        return List.copyOf(heard);
    }

    /** Those of them that are requests. */
    public List<String> requests() {
        return heard.stream().filter(text -> !text.startsWith("SIP/2.0 ")).toList();
    }

    /** When they came, in nanoseconds of one clock. */
    public List<Long> requestNanos() {
        return List.copyOf(requestNanos);
    }

    private void serve() {
        byte[] buffer = new byte[DATAGRAM_BYTES_MAX];
        while (!socket.isClosed()) {
            var packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
                String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
                heard.add(text);
                answer(text, (InetSocketAddress) packet.getSocketAddress());
            } catch (SocketException closed) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void answer(String request, InetSocketAddress to) {
        if (request.startsWith("SIP/2.0 ")) {
            return;
        }
        requestNanos.add(System.nanoTime());
        int status = answers.applyAsInt(requests().size());
        if (status > 0) {
            var text = new StringBuilder("SIP/2.0 " + status + " Said\r\n");
            for (String name : List.of("Via", "From", "To", "Call-ID", "CSeq")) {
                text.append(name).append(": ").append(header(request, name)).append("\r\n");
            }
            send(socket, text.append("Content-Length: 0\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8), to);
        }
    }

    /** A field of a message; empty when it is not there. */
    public static String header(String message, String name) {
        Matcher found = Pattern.compile("(?im)^" + name + ":[ \t]*(.*?)\r?$").matcher(message);
        return found.find() ? found.group(1) : "";
    }

    private static void send(DatagramSocket socket, byte[] datagram, InetSocketAddress to) {
        try {
            socket.send(new DatagramPacket(datagram, datagram.length, to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
