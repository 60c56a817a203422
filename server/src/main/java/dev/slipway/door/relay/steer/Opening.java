package dev.slipway.door.relay.steer;

import dev.slipway.door.relay.peek.ClientHelloReader;
import dev.slipway.door.relay.steer.SteeringTable.Ready;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Tells by its first bytes what a connection speaks. A possibility is dropped at the first byte that differs and taken
 * when nothing can speak against it any more; when none is left, the connection is of the default lane at once, and no
 * timer is waited for.
 */
public final class Opening {
    /** Of what may be looked at before a decision. */
    public static final int BYTES_MAX = 16_384;

    /** What it is. */
    public enum Nature {
        /** Not known yet. */
        OPEN,
        /** A ClientHello begins. */
        TLS,
        /** A request of HTTP/1. */
        HTTP,
        /** HTTP/2 without TLS (RFC 9113, section 3.4). */
        HTTP2,
        /** Our own clients' line {@code CSC1 ALIAS}. */
        PREAMBLE,
        /** A PROXY header, from somebody who is not trusted to send one: it would only be believed further on. */
        PROXY,
        /** {@link #lane} says where. */
        OTHER
    }

    private static final byte[] PREAMBLE = "CSC1 ".getBytes(StandardCharsets.US_ASCII);
    private static final List<byte[]> PROXY = List.of(
            "PROXY ".getBytes(StandardCharsets.US_ASCII),
            new byte[] {13, 10, 13, 10, 0, 13, 10, 'Q', 'U', 'I', 'T', 10});
    private static final byte[] VERSION = "HTTP/".getBytes(StandardCharsets.US_ASCII);
    private static final int METHOD_BYTES_MAX = 20;

    /** Where in a request line the look is. */
    private enum At {
        METHOD,
        TARGET,
        VERSION,
        HTTP,
        NEVER
    }

    private final SteeringTable table;
    private final boolean preambles;
    private At at = At.METHOD;
    private int looked;
    private int wordStart;
    private byte major;
    private Lane lane = Lane.DEFAULT;

    /**
     * Of one connection.
     *
     * @param preambles whether our own clients' line is understood here, which only a switching center does
     */
    public Opening(SteeringTable table, boolean preambles) {
        this.table = table;
        this.preambles = preambles;
    }

    /** Of {@link Nature#OTHER}. */
    public Lane lane() {
        return lane;
    }

    /** Looks at what is there, from the connection's first byte. */
    public Nature look(ByteBuf bytes, int start) {
        int there = bytes.writerIndex() - start;
        if (there == 0) {
            return Nature.OPEN;
        }
        if (ClientHelloReader.mayBegin(bytes, start)) {
            return there < 2 ? Nature.OPEN : Nature.TLS;
        }
        boolean open = false;
        for (Ready rule : table.bytes()) {
            if (agrees(bytes, start, there, rule.bytes())) {
                if (there >= rule.bytes().length) {
                    lane = rule.lane();
                    return Nature.OTHER;
                }
                open = true;
            }
        }
        for (byte[] header : PROXY) {
            if (agrees(bytes, start, there, header)) {
                if (there >= header.length) {
                    return Nature.PROXY;
                }
                open = true;
            }
        }
        if (preambles && agrees(bytes, start, there, PREAMBLE)) {
            if (there >= PREAMBLE.length) {
                return Nature.PREAMBLE;
            }
            open = true;
        }
        requestLine(bytes, start);
        if (at == At.HTTP) {
            return major == '2' ? Nature.HTTP2 : Nature.HTTP;
        }
        return open || at != At.NEVER ? Nature.OPEN : Nature.OTHER;
    }

    private static boolean agrees(ByteBuf bytes, int start, int there, byte[] wanted) {
        for (int i = 0; i < Math.min(there, wanted.length); i++) {
            if (bytes.getByte(start + i) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private void requestLine(ByteBuf bytes, int start) {
        int end = bytes.writerIndex();
        while (at != At.HTTP && at != At.NEVER && start + looked < end) {
            at = next(bytes.getByte(start + looked), looked - wordStart);
            looked++;
        }
    }

    private At next(byte b, int inWord) {
        return switch (at) {
            case METHOD -> {
                if (b == ' ' && inWord > 0) {
                    wordStart = looked + 1;
                    yield At.TARGET;
                }
                yield ((b >= 'A' && b <= 'Z') || b == '-') && inWord < METHOD_BYTES_MAX ? At.METHOD : At.NEVER;
            }
            case TARGET -> {
                if (b == ' ' && inWord > 0) {
                    wordStart = looked + 1;
                    yield At.VERSION;
                }
                boolean begins = inWord > 0 || b == '/' || b == '*' || b == 'h' || b == 'H';
                yield begins && b > ' ' && b != 127 ? At.TARGET : At.NEVER;
            }
            case VERSION -> {
                if (inWord < VERSION.length) {
                    yield b == VERSION[inWord] ? At.VERSION : At.NEVER;
                }
                major = b;
                yield At.HTTP;
            }
            case HTTP, NEVER -> at;
        };
    }
}
