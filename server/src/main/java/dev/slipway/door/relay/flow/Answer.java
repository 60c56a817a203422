package dev.slipway.door.relay.flow;

import dev.slipway.door.relay.peek.BodyEnd;
import dev.slipway.door.relay.peek.Fault;
import dev.slipway.door.relay.peek.HeadEnd;
import dev.slipway.door.relay.peek.ResponseHead;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** Follows the answer to one request, interim answers included, to its end. One object serves a connection. */
final class Answer {
    private final HeadEnd headEnd = new HeadEnd();
    private final ResponseHead head = new ResponseHead();
    private final BodyEnd body = new BodyEnd();
    private ByteBuf held = Unpooled.EMPTY_BUFFER;
    private State state = State.OVER;
    private boolean toHead;
    private boolean maySwitch;
    private boolean begun;
    private boolean surplus;

    private enum State {
        HEAD,
        BODY,
        SWITCHED,
        OVER,
        BROKEN
    }

    /**
     * Another request has been passed on.
     *
     * @param isHead whether the answer has no body
     * @param upgrades whether the answer may be 101
     */
    void begin(boolean isHead, boolean upgrades) {
        state = State.HEAD;
        toHead = isHead;
        maySwitch = upgrades;
        begun = false;
        surplus = false;
        headEnd.begin();
    }

    /** Takes what came; what it returns may be passed on. Both are the caller's to release. */
    ByteBuf take(ByteBuf in) {
        ByteBuf all = Pieces.joined(held, in);
        held = Unpooled.EMPTY_BUFFER;
        int start = all.readerIndex();
        int at = start;
        while (at < all.writerIndex() && (state == State.HEAD || state == State.BODY)) {
            int taken = state == State.HEAD ? head(all, at) : body(all, at);
            at += taken;
            if (taken == 0) {
                break;
            }
        }
        return state == State.HEAD ? upTo(all, at) : rest(all, at);
    }

    private int head(ByteBuf all, int at) {
        int length = headEnd.find(all, at);
        if (length == 0) {
            state = headEnd.fault() == Fault.NONE ? State.HEAD : State.BROKEN;
            return 0;
        }
        if (head.read(all, at, length) != Fault.NONE || (head.switches() && !maySwitch)) {
            state = State.BROKEN;
            return 0;
        }
        begun = true;
        if (head.switches()) {
            state = State.SWITCHED;
        } else if (!head.isInterim()) {
            head.frames(body, toHead);
            state = body.ended() ? State.OVER : State.BODY;
        }
        return length;
    }

    private int body(ByteBuf all, int at) {
        int taken = body.take(all, at);
        if (body.fault() != Fault.NONE) {
            state = State.BROKEN;
        } else if (body.ended()) {
            state = State.OVER;
        }
        return taken;
    }

    /** A head that is not whole is held back until it is. */
    private ByteBuf upTo(ByteBuf all, int at) {
        if (at == all.readerIndex()) {
            held = all;
            return Unpooled.EMPTY_BUFFER;
        }
        ByteBuf passed = all.readRetainedSlice(at - all.readerIndex());
        if (all.isReadable()) {
            held = all;
        } else {
            all.release();
        }
        return passed;
    }

    /** Bytes behind an answer belong to nobody: whoever sent them is not asked again. */
    private ByteBuf rest(ByteBuf all, int at) {
        surplus = state == State.OVER && at < all.writerIndex();
        return surplus || state == State.BROKEN ? all.writerIndex(Math.max(at, all.readerIndex())) : all;
    }

    boolean isOver() {
        return state == State.OVER;
    }

    boolean isBroken() {
        return state == State.BROKEN;
    }

    boolean switches() {
        return state == State.SWITCHED;
    }

    /** Whether anything of it has been passed on. */
    boolean hasBegun() {
        return begun;
    }

    /** Whether the end of the connection is the end of the answer. */
    boolean endsWithConnection() {
        return state == State.BODY && body.isEndless();
    }

    boolean keepsAlive() {
        return head.keepsAlive() && !body.isEndless() && !surplus;
    }

    int status() {
        return head.status();
    }

    void release() {
        held.release();
        held = Unpooled.EMPTY_BUFFER;
    }
}
