package dev.slipway.bench.relay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Connections that rest, each after one request, from several addresses of loopback. */
record Idle(List<SocketChannel> channels) implements AutoCloseable {
    private static final int SOURCES = 8;
    private static final int ANSWER_BYTES_MAX = 4096;

    /** So many to that port. */
    static Idle open(int port, String path, int count) throws IOException {
        var idle = new Idle(new ArrayList<>());
        byte[] request =
                "GET %s HTTP/1.1\r\nHost: bench\r\n\r\n".formatted(path).getBytes(StandardCharsets.US_ASCII);
        try {
            for (int i = 0; i < count; i++) {
                idle.add(port, request, InetAddress.ofLiteral("127.0.0." + (2 + i % SOURCES)));
            }
        } catch (IOException e) {
            idle.close();
            throw e;
        }
        return idle;
    }

    private void add(int port, byte[] request, InetAddress source) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channels.add(channel);
        channel.bind(new InetSocketAddress(source, 0));
        channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.write(ByteBuffer.wrap(request));
        ByteBuffer answer = ByteBuffer.allocate(ANSWER_BYTES_MAX);
        while (answer.position() < Steered.SMALL_BYTES) {
            if (channel.read(answer) < 0) {
                throw new IOException("cut off after %d connections".formatted(channels.size() - 1));
            }
        }
    }

    /** How many of them were ended by the other side. */
    int ended() throws IOException {
        int ended = 0;
        ByteBuffer any = ByteBuffer.allocate(ANSWER_BYTES_MAX);
        for (SocketChannel channel : channels) {
            channel.configureBlocking(false);
            ended += channel.read(any.clear()) < 0 ? 1 : 0;
        }
        return ended;
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel channel : channels) {
            channel.close();
        }
    }
}
