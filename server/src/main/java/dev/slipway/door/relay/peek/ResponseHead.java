package dev.slipway.door.relay.peek;

import io.netty.buffer.ByteBuf;

/** The head of an answer (RFC 9112, section 4), as far as it says where the answer ends. One object serves many. */
public final class ResponseHead {
    private static final byte[] HTTP_1 = Ascii.word("http/1.");
    private static final int STATUS_AT = 9;
    private static final int STATUS_END = 12;

    private final Fields fields = new Fields();
    private boolean isOld;
    private int status;

    /** Reads a whole head, whose length {@link HeadEnd} found. */
    public Fault read(ByteBuf bytes, int start, int length) {
        int end = start + length;
        int lineEnd = bytes.indexOf(start, end, Ascii.LF) - 1;
        if (lineEnd - start < STATUS_END
                || !Ascii.begins(bytes, start, lineEnd, HTTP_1)
                || bytes.getByte(start + STATUS_AT - 1) != ' '
                || (lineEnd - start > STATUS_END && bytes.getByte(start + STATUS_END) != ' ')) {
            return Fault.REQUEST_LINE;
        }
        isOld = bytes.getByte(start + HTTP_1.length) == '0';
        status = 0;
        for (int i = start + STATUS_AT; i < start + STATUS_END; i++) {
            int digit = bytes.getByte(i) - '0';
            if (digit < 0 || digit > 9) {
                return Fault.REQUEST_LINE;
            }
            status = status * 10 + digit;
        }
        return fields.read(bytes, lineEnd + 2, end);
    }

    /** 100 to 999. */
    public int status() {
        return status;
    }

    /** Whether another answer to the same request follows (RFC 9110, section 15.2); 101 is the last one. */
    public boolean isInterim() {
        return status < 200 && status != 101;
    }

    /** Whether both sides leave HTTP with it. */
    public boolean switches() {
        return status == 101;
    }

    /** Whether the server takes another request on this connection. */
    public boolean keepsAlive() {
        return isOld ? fields.keepAlive && !fields.close : !fields.close;
    }

    /** Sets where its body ends (RFC 9112, section 6.3). */
    public void frames(BodyEnd body, boolean toHead) {
        if (toHead || status < 200 || status == 204 || status == 304) {
            body.length(0);
        } else if (fields.chunked) {
            body.chunked();
        } else if (fields.contentLength != Fields.NO_LENGTH) {
            body.length(fields.contentLength);
        } else {
            body.untilClosed();
        }
    }
}
