package dev.slipway.door.relay.flow;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** A fatal alert before any key is agreed (RFC 8446, section 6). */
enum TlsAlert {
    NONE(0),
    DECODE_ERROR(50),
    /** RFC 6066, section 3. */
    UNRECOGNIZED_NAME(112);

    private final int description;

    TlsAlert(int description) {
        this.description = description;
    }

    /** The whole record; nothing for {@link #NONE}. */
    ByteBuf record() {
        return this == NONE
                ? Unpooled.EMPTY_BUFFER
                : Unpooled.wrappedBuffer(new byte[] {21, 3, 3, 0, 2, 2, (byte) description});
    }
}
