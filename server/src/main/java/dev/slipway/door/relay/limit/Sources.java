package dev.slipway.door.relay.limit;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Who is here, counted by source, so that one that floods is refused while all others are not. Safe for any thread.
 */
public final class Sources {
    /** How long a source that went is remembered, so that coming again does not fill its bucket. */
    private static final Duration MEMORY = Duration.ofSeconds(60);

    /** Every how many admissions those that went are forgotten. */
    private static final int FORGET_EVERY = 1024;

    private final Limits limits;
    private final InstantSource clock;
    private final ConcurrentMap<Long, Source> sources = new ConcurrentHashMap<>();
    private final AtomicInteger total = new AtomicInteger();
    private final AtomicInteger opening = new AtomicInteger();
    private final AtomicInteger admissions = new AtomicInteger();

    /** Why one is not admitted. */
    public enum Full {
        /** All connections there may be are there. */
        TOTAL,
        /** Too many have not said yet what they are. */
        OPENING,
        /** The source comes too often. */
        RATE,
        /** The source has all connections that it may have. */
        SOURCE
    }

    /**
     * What one source, and all together, may take; a source is an IPv4 address or 64 bits of an IPv6 one.
     *
     * @param perSecond new connections of one source, in the long run
     * @param burst new connections of one source at once
     * @param connections of one source at a time
     * @param opening connections of one source that have not said yet what they are
     * @param bytesPerSecond of one source, both directions together; 0 for no limit
     * @param total connections of all sources at a time
     */
    public record Limits(int perSecond, int burst, int connections, int opening, long bytesPerSecond, int total) {
        /** Of all connections, this part may still be opening: 20 %. */
        private static final int OPENING_SHARE = 5;

        /** 20 a second and 60 at once, 5,000 at a time, 20 opening, no limit of bytes. */
        public static Limits usual(int total) {
            return new Limits(20, 60, 5_000, 20, 0, total);
        }

        /** The same with another number of connections in total. */
        public Limits with(int otherTotal) {
            return new Limits(perSecond, burst, connections, opening, bytesPerSecond, otherTotal);
        }

        /** At least as many as one source may have. */
        int openingTotal() {
            return Math.max(opening, total / OPENING_SHARE);
        }
    }

    /** Nobody is here yet. */
    public Sources(Limits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** One connection of a source, until it is {@link #left}. */
    public final class Stay {
        private final Source source;
        private boolean isOpening = true;
        private boolean isOver;

        private Stay(Source source) {
            this.source = source;
        }

        /** It has said what it is. */
        public void opened() {
            if (isOpening) {
                isOpening = false;
                opening.decrementAndGet();
                source.opened();
            }
        }

        /** It is gone. */
        public void left() {
            if (!isOver) {
                isOver = true;
                opened();
                total.decrementAndGet();
                source.left();
            }
        }

        /** Notes bytes carried for it; answers whether its source may go on now, or must pause. */
        public boolean mayCarry(int bytes) {
            return limits.bytesPerSecond() == 0 || source.mayCarry(bytes);
        }
    }

    /** How many are here. */
    public int total() {
        return total.get();
    }

    /** How many have not said yet what they are. */
    public int opening() {
        return opening.get();
    }

    /** Lets one more in, or tells why not. */
    public Optional<Stay> admit(InetAddress address, Refused refused) {
        if (admissions.incrementAndGet() % FORGET_EVERY == 0) {
            long now = clock.millis();
            sources.values().removeIf(source -> source.isForgotten(now));
        }
        if (total.incrementAndGet() > limits.total()) {
            total.decrementAndGet();
            refused.because(Full.TOTAL);
            return Optional.empty();
        }
        if (opening.incrementAndGet() > limits.openingTotal()) {
            out();
            refused.because(Full.OPENING);
            return Optional.empty();
        }
        Source source = sources.computeIfAbsent(key(address), key -> new Source());
        Optional<Full> full = source.enter();
        full.ifPresent(why -> {
            out();
            refused.because(why);
        });
        return full.isPresent() ? Optional.empty() : Optional.of(new Stay(source));
    }

    /** What callers are counted by: an IPv4 address, or 64 bits of an IPv6 one, which one subscriber has. */
    private static long key(InetAddress source) {
        byte[] bytes = source.getAddress();
        long key = 0;
        for (int i = 0; i < Math.min(Long.BYTES, bytes.length); i++) {
            key = (key << Byte.SIZE) | (bytes[i] & 0xff);
        }
        return source instanceof Inet4Address ? key | 0xffffL << 48 : key;
    }

    private void out() {
        opening.decrementAndGet();
        total.decrementAndGet();
    }

    /** Is told why one was not let in. */
    public interface Refused {
        void because(Full why);
    }

    private final class Source {
        private final TokenBucket rate = new TokenBucket(limits.perSecond(), limits.burst(), clock.millis());
        private final TokenBucket bytes =
                new TokenBucket(limits.bytesPerSecond(), limits.bytesPerSecond(), clock.millis());
        private int connections;
        private int openings;
        private long seen;

        synchronized Optional<Full> enter() {
            seen = clock.millis();
            if (!rate.take(1, seen)) {
                return Optional.of(Full.RATE);
            }
            if (openings >= limits.opening()) {
                return Optional.of(Full.OPENING);
            }
            if (connections >= limits.connections()) {
                return Optional.of(Full.SOURCE);
            }
            connections++;
            openings++;
            return Optional.empty();
        }

        synchronized void opened() {
            openings--;
        }

        synchronized void left() {
            connections--;
            seen = clock.millis();
        }

        synchronized boolean mayCarry(int count) {
            return bytes.owe(count, clock.millis());
        }

        synchronized boolean isForgotten(long now) {
            return connections == 0 && now - seen > MEMORY.toMillis();
        }
    }
}
