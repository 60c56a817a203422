package dev.slipway.door.relay.peek;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/**
 * The fields of one head, as far as they say where its message ends and what becomes of the connection. One object
 * serves all heads of a connection.
 */
final class Fields {
    static final long NO_LENGTH = -1;

    private static final int LENGTH_DIGITS_MAX = 18;
    private static final byte[] CONTENT_LENGTH = Ascii.word("content-length");
    private static final byte[] TRANSFER_ENCODING = Ascii.word("transfer-encoding");
    private static final byte[] CONNECTION = Ascii.word("connection");
    private static final byte[] UPGRADE = Ascii.word("upgrade");
    private static final byte[] HOST = Ascii.word("host");
    private static final byte[] FORWARDED = Ascii.word("forwarded");
    private static final byte[] X_FORWARDED = Ascii.word("x-forwarded-");
    private static final byte[] X_REAL_IP = Ascii.word("x-real-ip");
    private static final byte[] OWN = Ascii.word("csc-");
    private static final byte[] CHUNKED = Ascii.word("chunked");
    private static final byte[] CLOSE = Ascii.word("close");
    private static final byte[] KEEP_ALIVE = Ascii.word("keep-alive");
    private static final byte[] H2C = Ascii.word("h2c");
    private static final int[] NO_SPOTS = {};

    long contentLength;
    boolean chunked;
    boolean close;
    boolean keepAlive;
    boolean connectionUpgrade;
    boolean upgrade;
    boolean upgradeToHttp2;
    int hosts;
    int hostStart;
    int hostEnd;
    /** Starts and ends, in turn, of lines that only somebody trusted may send; the first {@code spotCount} count. */
    int[] spots = NO_SPOTS;

    int spotCount;

    /** Reads lines from {@code start} to the empty one that ends at {@code end}. */
    Fault read(ByteBuf bytes, int start, int end) {
        contentLength = NO_LENGTH;
        chunked = false;
        close = false;
        keepAlive = false;
        connectionUpgrade = false;
        upgrade = false;
        upgradeToHttp2 = false;
        hosts = 0;
        spotCount = 0;
        int line = start;
        while (line < end - 2) {
            int feed = bytes.indexOf(line, end, Ascii.LF);
            Fault fault = field(bytes, line, feed - 1);
            if (fault != Fault.NONE) {
                return fault;
            }
            line = feed + 1;
        }
        return chunked && contentLength != NO_LENGTH ? Fault.LENGTH_AND_CODING : Fault.NONE;
    }

    private Fault field(ByteBuf bytes, int line, int end) {
        int colon = line;
        while (colon < end && Ascii.isToken(bytes.getByte(colon))) {
            colon++;
        }
        if (colon == line || colon == end || bytes.getByte(colon) != ':') {
            return Fault.FIELD;
        }
        int from = colon + 1;
        int to = end;
        while (from < to && blank(bytes.getByte(from))) {
            from++;
        }
        while (to > from && blank(bytes.getByte(to - 1))) {
            to--;
        }
        for (int i = from; i < to; i++) {
            byte b = bytes.getByte(i);
            if ((b >= 0 && b < ' ' && b != '\t') || b == 127) {
                return Fault.LINE_END;
            }
        }
        return known(bytes, line, colon, from, to);
    }

    /** What the name says: told by its length first, since most fields are none of these. */
    private Fault known(ByteBuf bytes, int line, int colon, int from, int to) {
        switch (colon - line) {
            case 4 -> {
                if (Ascii.is(bytes, line, colon, HOST)) {
                    hosts++;
                    hostStart = from;
                    hostEnd = to;
                    return Fault.NONE;
                }
            }
            case 7 -> {
                if (Ascii.is(bytes, line, colon, UPGRADE)) {
                    upgrade = true;
                    upgradeToHttp2 |= listed(bytes, from, to, H2C);
                    return Fault.NONE;
                }
            }
            case 10 -> {
                if (Ascii.is(bytes, line, colon, CONNECTION)) {
                    close |= listed(bytes, from, to, CLOSE);
                    keepAlive |= listed(bytes, from, to, KEEP_ALIVE);
                    connectionUpgrade |= listed(bytes, from, to, UPGRADE);
                    return Fault.NONE;
                }
            }
            case 14 -> {
                if (Ascii.is(bytes, line, colon, CONTENT_LENGTH)) {
                    return length(bytes, from, to);
                }
            }
            case 17 -> {
                if (Ascii.is(bytes, line, colon, TRANSFER_ENCODING)) {
                    boolean once = !chunked && Ascii.is(bytes, from, to, CHUNKED);
                    chunked = true;
                    return once ? Fault.NONE : Fault.CODING;
                }
            }
            default -> {}
        }
        if (others(bytes, line, colon)) {
            spot(line, bytes.indexOf(to, bytes.writerIndex(), Ascii.LF) + 1);
        }
        return Fault.NONE;
    }

    private static boolean others(ByteBuf bytes, int line, int colon) {
        return switch (Ascii.lower(bytes.getByte(line))) {
            case 'x' -> Ascii.begins(bytes, line, colon, X_FORWARDED) || Ascii.is(bytes, line, colon, X_REAL_IP);
            case 'f' -> Ascii.is(bytes, line, colon, FORWARDED);
            case 'c' -> Ascii.begins(bytes, line, colon, OWN);
            default -> false;
        };
    }

    private Fault length(ByteBuf bytes, int from, int to) {
        if (contentLength != NO_LENGTH || to == from || to - from > LENGTH_DIGITS_MAX) {
            return Fault.LENGTH;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes.getByte(i) - '0';
            if (digit < 0 || digit > 9) {
                return Fault.LENGTH;
            }
            value = value * 10 + digit;
        }
        contentLength = value;
        return Fault.NONE;
    }

    /** Whether a list with commas has this word. */
    private static boolean listed(ByteBuf bytes, int from, int to, byte[] word) {
        int start = from;
        while (start < to) {
            int comma = bytes.indexOf(start, to, (byte) ',');
            int end = comma < 0 ? to : comma;
            int last = end;
            while (start < last && blank(bytes.getByte(start))) {
                start++;
            }
            while (last > start && blank(bytes.getByte(last - 1))) {
                last--;
            }
            if (Ascii.is(bytes, start, last, word)) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    private void spot(int start, int end) {
        if (spotCount + 2 > spots.length) {
            spots = Arrays.copyOf(spots, spotCount + 8);
        }
        spots[spotCount++] = start;
        spots[spotCount++] = end;
    }

    private static boolean blank(byte b) {
        return b == ' ' || b == '\t';
    }
}
