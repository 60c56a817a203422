package dev.slipway.door.relay.peek;

import io.netty.buffer.ByteBuf;

/**
 * Finds where the head of a request or answer ends, over any number of pieces, looking at each byte once. A line that
 * ends with LF alone ends the search (RFC 9112, section 2.2, would let a reader take it, and so two readers differ).
 */
public final class HeadEnd {
    /** Of one head, its empty line included. */
    public static final int BYTES_MAX = 16_384;

    private int looked;
    private int lineStart;
    private Fault fault = Fault.NONE;

    /**
     * Looks on, at what came since the last call.
     *
     * @param start where the head begins in {@code bytes}
     * @return how long the head is, its empty line included; 0 while it has not ended, or when there is a fault
     */
    public int find(ByteBuf bytes, int start) {
        int end = bytes.writerIndex();
        while (true) {
            int feed = bytes.indexOf(start + looked, end, Ascii.LF);
            if (feed < 0) {
                looked = end - start;
                fault = looked > BYTES_MAX ? Fault.HEAD_TOO_LONG : Fault.NONE;
                return 0;
            }
            int line = start + lineStart;
            if (feed - start >= BYTES_MAX) {
                fault = Fault.HEAD_TOO_LONG;
                return 0;
            }
            if (feed == line || bytes.getByte(feed - 1) != Ascii.CR) {
                fault = Fault.LINE_END;
                return 0;
            }
            looked = feed + 1 - start;
            lineStart = looked;
            if (feed == line + 1) {
                int length = looked;
                begin();
                return length;
            }
        }
    }

    /** Why there will be no end; {@link Fault#NONE} while there may be one. */
    public Fault fault() {
        return fault;
    }

    /** For the next head. */
    public void begin() {
        looked = 0;
        lineStart = 0;
        fault = Fault.NONE;
    }
}
