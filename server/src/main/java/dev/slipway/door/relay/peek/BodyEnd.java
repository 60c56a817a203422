package dev.slipway.door.relay.peek;

import io.netty.buffer.ByteBuf;

/**
 * Finds where a body ends, over any number of pieces: by its length, by chunks (RFC 9112, section 7.1), or by the end
 * of the connection. One object serves all bodies of one direction.
 */
public final class BodyEnd {
    /** Of one chunk's extensions, and of all trailers together. */
    static final int ASIDE_BYTES_MAX = 4096;

    private static final int SIZE_DIGITS_MAX = 15;

    private enum At {
        ENDED,
        LENGTH,
        FOREVER,
        SIZE,
        EXTENSION,
        SIZE_FEED,
        CHUNK,
        CHUNK_RETURN,
        CHUNK_FEED,
        TRAILER,
        TRAILER_TEXT,
        TRAILER_FEED,
        LAST_FEED
    }

    private At at = At.ENDED;
    private long left;
    private int digits;
    private int aside;
    private Fault fault = Fault.NONE;

    /** The next body has this many bytes. */
    void length(long bytes) {
        left = bytes;
        at = bytes == 0 ? At.ENDED : At.LENGTH;
    }

    /** The next body comes in chunks. */
    void chunked() {
        at = At.SIZE;
        left = 0;
        digits = 0;
        aside = 0;
    }

    /** The next body, or other protocol, lasts as long as the connection. */
    public void untilClosed() {
        at = At.FOREVER;
    }

    /** Whether the body has ended; what comes next belongs to the next message. */
    public boolean ended() {
        return at == At.ENDED;
    }

    /** Whether only the end of the connection ends it. */
    public boolean isEndless() {
        return at == At.FOREVER;
    }

    /** Why it is none; the bytes taken before are passed on already. */
    public Fault fault() {
        return fault;
    }

    /**
     * Takes what belongs to the body.
     *
     * @return how many bytes from {@code start} do
     */
    public int take(ByteBuf bytes, int start) {
        int end = bytes.writerIndex();
        int i = start;
        while (i < end && at != At.ENDED && fault == Fault.NONE) {
            if (at == At.FOREVER) {
                i = end;
            } else if (at == At.LENGTH || at == At.CHUNK) {
                i += run(end - i);
            } else {
                step(bytes.getByte(i++));
            }
        }
        return i - start;
    }

    private int run(int there) {
        int taken = (int) Math.min(left, there);
        left -= taken;
        if (left == 0) {
            at = at == At.LENGTH ? At.ENDED : At.CHUNK_RETURN;
        }
        return taken;
    }

    private void step(byte b) {
        switch (at) {
            case SIZE -> size(b);
            case EXTENSION -> aside(b, At.SIZE_FEED);
            case SIZE_FEED -> feed(b, left == 0 ? At.TRAILER : At.CHUNK);
            case CHUNK_RETURN -> must(b == Ascii.CR, At.CHUNK_FEED);
            case CHUNK_FEED -> {
                digits = 0;
                aside = 0;
                feed(b, At.SIZE);
            }
            case TRAILER -> {
                if (b == Ascii.CR) {
                    at = At.LAST_FEED;
                } else {
                    must(Ascii.isToken(b), At.TRAILER_TEXT);
                }
            }
            case TRAILER_TEXT -> aside(b, At.TRAILER_FEED);
            case TRAILER_FEED -> feed(b, At.TRAILER);
            case LAST_FEED -> feed(b, At.ENDED);
            case ENDED, LENGTH, FOREVER, CHUNK -> throw new IllegalStateException("bytes are not looked at here");
        }
    }

    private void size(byte b) {
        int digit = Ascii.hex(b);
        if (digit >= 0) {
            left = left * 16 + digit;
            digits++;
            must(digits <= SIZE_DIGITS_MAX, At.SIZE);
        } else if (b == Ascii.CR) {
            must(digits > 0, At.SIZE_FEED);
        } else {
            must(digits > 0 && b == ';', At.EXTENSION);
        }
    }

    /** What is passed on unread, up to its line's end. */
    private void aside(byte b, At then) {
        if (b == Ascii.CR) {
            at = then;
        } else {
            must(++aside <= ASIDE_BYTES_MAX && (b < 0 || (b >= ' ' && b != 127) || b == '\t'), at);
        }
    }

    private void feed(byte b, At then) {
        must(b == Ascii.LF, then);
    }

    private void must(boolean holds, At then) {
        if (holds) {
            at = then;
        } else {
            fault = Fault.CHUNK;
        }
    }
}
