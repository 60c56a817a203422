package dev.slipway.door.relay.peek;

import io.netty.buffer.ByteBuf;

/**
 * The head of a request (RFC 9112, sections 3 and 5), read strictly. One object serves all requests of a connection;
 * what it says holds until the next {@link #read}, and positions are those of the buffer it was read from.
 */
public final class RequestHead {
    private static final int METHOD_BYTES_MAX = 20;
    private static final byte[] HTTP_1 = Ascii.word("http/1.");
    private static final byte[] HTTP = Ascii.word("http/");
    private static final byte[] CLEAR = Ascii.word("http://");
    private static final byte[] TLS = Ascii.word("https://");
    private static final byte[] OPTIONS = Ascii.word("options");
    private static final byte[] HEAD = Ascii.word("head");
    private static final int VERSION_BYTES = 8;

    private final Fields fields = new Fields();
    private final RequestPath path = new RequestPath();
    private boolean isHead;
    private boolean isOld;

    /**
     * Reads a whole head.
     *
     * @param start of the request line
     * @param length as {@link HeadEnd} found it
     */
    public Fault read(ByteBuf bytes, int start, int length) {
        int end = start + length;
        int lineEnd = bytes.indexOf(start, end, Ascii.LF) - 1;
        Fault fault = line(bytes, start, lineEnd);
        if (fault == Fault.NONE) {
            fault = fields.read(bytes, lineEnd + 2, end);
        }
        return fault == Fault.NONE ? together() : fault;
    }

    private Fault line(ByteBuf bytes, int start, int end) {
        int space = start;
        while (space < end && Ascii.isToken(bytes.getByte(space))) {
            space++;
        }
        int second = bytes.indexOf(Math.min(space + 1, end), end, (byte) ' ');
        if (space == start || space - start > METHOD_BYTES_MAX || bytes.getByte(space) != ' ' || second < 0) {
            return Fault.REQUEST_LINE;
        }
        if (end - second - 1 != VERSION_BYTES || !Ascii.begins(bytes, second + 1, end, HTTP)) {
            return Fault.REQUEST_LINE;
        }
        byte minor = bytes.getByte(end - 1);
        if (!exactly(bytes, second + 1) || (minor != '0' && minor != '1')) {
            return Fault.VERSION;
        }
        isOld = minor == '0';
        isHead = Ascii.is(bytes, start, space, HEAD);
        return target(bytes, space + 1, second, Ascii.is(bytes, start, space, OPTIONS));
    }

    /** HTTP is written in capitals (RFC 9112, section 2.3). */
    private static boolean exactly(ByteBuf bytes, int at) {
        return Ascii.begins(bytes, at, at + HTTP_1.length, HTTP_1)
                && bytes.getByte(at) == 'H'
                && bytes.getByte(at + 1) == 'T'
                && bytes.getByte(at + 2) == 'T'
                && bytes.getByte(at + 3) == 'P';
    }

    /** The forms of RFC 9112, section 3.2, but for that of CONNECT, which no server behind a relay takes. */
    private Fault target(ByteBuf bytes, int start, int end, boolean options) {
        if (end - start == 1 && bytes.getByte(start) == '*') {
            path.none();
            return options ? Fault.NONE : Fault.TARGET;
        }
        int from = start;
        if (bytes.getByte(start) != '/') {
            int scheme = Ascii.begins(bytes, start, end, CLEAR)
                    ? CLEAR.length
                    : Ascii.begins(bytes, start, end, TLS) ? TLS.length : 0;
            if (scheme == 0) {
                return Fault.TARGET;
            }
            from = bytes.indexOf(start + scheme, end, (byte) '/');
            if (from < 0) {
                path.none();
                return Fault.NONE;
            }
        }
        return path.read(bytes, from, end) ? Fault.NONE : Fault.TARGET;
    }

    private Fault together() {
        if (fields.hosts > 1 || (fields.hosts == 0 && !isOld)) {
            return Fault.HOST;
        }
        if (fields.chunked && isOld) {
            return Fault.CODING;
        }
        return fields.upgradeToHttp2 ? Fault.UPGRADE : Fault.NONE;
    }

    /** What steers it. */
    public RequestPath path() {
        return path;
    }

    /** Whether the answer has no body, whatever its fields say (RFC 9110, section 9.3.2). */
    public boolean isHead() {
        return isHead;
    }

    /** Whether the caller takes another answer on this connection (RFC 9112, section 9.3). */
    public boolean keepsAlive() {
        return isOld ? fields.keepAlive && !fields.close : !fields.close;
    }

    /** Whether it asks for another protocol, which the answer 101 would begin. */
    public boolean upgrades() {
        return fields.upgrade && fields.connectionUpgrade;
    }

    /** Sets where its body ends (RFC 9112, section 6.3, rules 4 to 7). */
    public void frames(BodyEnd body) {
        if (fields.chunked) {
            body.chunked();
        } else {
            body.length(Math.max(0, fields.contentLength));
        }
    }

    /** Start of its host; see {@link #hostEnd}. */
    public int hostStart() {
        return fields.hosts == 0 ? 0 : fields.hostStart;
    }

    /** End of its host, exclusive; equal to the start when it names none. */
    public int hostEnd() {
        return fields.hosts == 0 ? 0 : fields.hostEnd;
    }

    /** How many whole lines only somebody trusted may send: {@code Forwarded}, {@code X-Forwarded-*} and our own. */
    public int spots() {
        return fields.spotCount / 2;
    }

    /** Where the {@code index}-th of them starts. */
    public int spotStart(int index) {
        return fields.spots[2 * index];
    }

    /** Where it ends, exclusive, its line end included. */
    public int spotEnd(int index) {
        return fields.spots[2 * index + 1];
    }
}
