package dev.slipway.door.relay.flow;

import io.netty.buffer.ByteBuf;

/** A connection that has been told everything: what still comes is read and dropped, for a while. */
record Lingering(Front front, int ticks) implements Talk {
    @Override
    public void bytes(ByteBuf in) {
        in.release();
    }

    @Override
    public void pause() {
        // nothing is written any more
    }

    @Override
    public void inputEnded() {
        // the round ends it
    }

    @Override
    public void writable() {
        // nothing is written any more
    }

    @Override
    public void gone() {
        // nothing is held
    }

    @Override
    public boolean wantsMore() {
        return true;
    }

    @Override
    public void look(int silent) {
        front.endIf(silent >= ticks);
    }

    @Override
    public char phase() {
        return 'L';
    }
}
