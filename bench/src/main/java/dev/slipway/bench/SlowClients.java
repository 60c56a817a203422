package dev.slipway.bench;

import dev.slipway.bench.load.Duel;
import dev.slipway.bench.load.Load;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Polls while a thousand clients send a head a byte a second, and come again when they are cut off. */
record SlowClients(Arena arena, Table table) {
    private static final int CLIENTS = 1_000;
    private static final int CONNECTIONS = 16;
    private static final byte[] BEGINNING =
            "GET /boot/v1/bundle HTTP/1.1\r\nHost: slow\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII);

    void run() throws IOException, InterruptedException {
        table.head("Polls while %,d slow clients hang on".formatted(CLIENTS));
        Load polls = arena.polls(arena.server().url(), CONNECTIONS);
        told("without them", polls);
        var cut = new AtomicLong();
        List<SocketChannel> slow = opened();
        try (var sending = Executors.newSingleThreadScheduledExecutor()) {
            var task = sending.scheduleAtFixedRate(() -> sendByte(slow, cut), 1, 1, TimeUnit.SECONDS);
            told("with them", polls);
            task.cancel(false);
        } finally {
            for (SocketChannel each : slow) {
                each.close();
            }
        }
        table.note("%,d slow connections were cut off meanwhile".formatted(cut.get()));
    }

    private void told(String work, Load polls) throws IOException, InterruptedException {
        Duel.Figures figures = arena.alone(polls);
        Load.Latency latency = figures.latency();
        table.fact(
                "poll 304, %d connections, %s".formatted(CONNECTIONS, work),
                "%.1f us, half within %.2f ms, 99 %% within %.2f ms, %d broken"
                        .formatted(
                                figures.micros(),
                                latency.halfMillis(),
                                latency.mostMillis(),
                                figures.total().broken()));
    }

    private List<SocketChannel> opened() throws IOException {
        List<SocketChannel> all = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            all.add(open());
        }
        return all;
    }

    private SocketChannel open() throws IOException {
        URI server = URI.create(arena.server().url());
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
        channel.write(ByteBuffer.wrap(BEGINNING));
        channel.configureBlocking(false);
        return channel;
    }

    private void sendByte(List<SocketChannel> slow, AtomicLong cut) {
        slow.replaceAll(channel -> {
            try {
                channel.write(ByteBuffer.wrap(new byte[] {'x'}));
                return channel;
            } catch (IOException wasCut) {
                cut.incrementAndGet();
                return again(channel);
            }
        });
    }

    private SocketChannel again(SocketChannel channel) {
        try {
            channel.close();
            return open();
        } catch (IOException refused) {
            throw new java.io.UncheckedIOException(refused);
        }
    }
}
