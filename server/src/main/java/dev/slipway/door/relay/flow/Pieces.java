package dev.slipway.door.relay.flow;

import io.netty.buffer.ByteBuf;

/** Bytes that came in pieces and are looked at together. */
final class Pieces {
    private Pieces() {}

    /** Both in one buffer; both given are spent. */
    static ByteBuf joined(ByteBuf first, ByteBuf then) {
        if (!first.isReadable()) {
            first.release();
            return then;
        }
        int length = first.readableBytes() + then.readableBytes();
        if (first.refCnt() == 1 && first.maxWritableBytes() >= then.readableBytes() && !first.isReadOnly()) {
            first.writeBytes(then);
            then.release();
            return first;
        }
        ByteBuf both = then.alloc().buffer(length).writeBytes(first).writeBytes(then);
        first.release();
        then.release();
        return both;
    }
}
