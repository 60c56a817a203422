package dev.slipway.door.relay.flow;

import io.netty.buffer.ByteBuf;

/**
 * A connection that has been told everything: what still comes is read and dropped, for a while.
 *
 * @param until the tick at which it is cut, whatever still comes
 */
record Lingering(Front front, int until) implements Talk {
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
        front.endIf(front.now() >= until);
    }

    @Override
    public char phase() {
        return 'L';
    }
}
