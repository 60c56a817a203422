package dev.slipway.door.relay.flow;

import io.netty.buffer.ByteBuf;

/** What a connection is busy with. All calls come on the accepted connection's loop. */
interface Talk {
    /** Bytes of the device; they are the talk's now, to release as well. */
    void bytes(ByteBuf in);

    /** The device has been read dry: what was written may go out. */
    void pause();

    /** The device has ended its side; it may still be written to. */
    void inputEnded();

    /** The device takes bytes again. */
    void writable();

    /** The connection is gone: whatever is held is let go. */
    void gone();

    /** Whether more of the device may be read now. */
    boolean wantsMore();

    /**
     * Looks whether its time is over.
     *
     * @param silent ticks since a byte passed
     */
    void look(int silent);

    /** One letter for the access line: O opening, H head, D data, I idle between requests, R raw. */
    char phase();
}
