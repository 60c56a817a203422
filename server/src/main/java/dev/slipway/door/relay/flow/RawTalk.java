package dev.slipway.door.relay.flow;

import dev.slipway.door.relay.place.Destination;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;

/** Bytes both ways, unread, until both sides have ended. */
final class RawTalk implements Talk, Leg.Listener {
    /** How long one side may go on after the other has ended. */
    private static final int HALF_CLOSED_TICKS = Round.ticks(Duration.ofSeconds(30));

    private final Front front;
    private final Leg leg;
    private final TlsAlert alert;
    private final int idleTicks;
    private ByteBuf waiting = Unpooled.EMPTY_BUFFER;
    private boolean connected;
    private boolean deviceEnded;
    private boolean legEnded;

    /**
     * Makes a leg for it.
     *
     * @param alert how a TLS client is told that there is nothing
     */
    RawTalk(Front front, Destination destination, Destination.Opened opened, TlsAlert alert) {
        this.front = front;
        this.alert = alert;
        this.idleTicks = Round.ticks(destination.idle());
        this.leg = new Leg(front, destination, this);
        front.loop().execute(() -> leg.dial(opened));
    }

    /** Goes on with a leg that both sides have left HTTP on. */
    RawTalk(Front front, Leg leg) {
        this.front = front;
        this.alert = TlsAlert.NONE;
        this.idleTicks = Round.ticks(leg.destination().idle());
        this.leg = leg;
        this.connected = true;
        leg.listener(this);
    }

    @Override
    public void bytes(ByteBuf in) {
        if (connected) {
            leg.write(in);
        } else {
            waiting = Pieces.joined(waiting, in);
        }
    }

    @Override
    public void pause() {
        if (connected) {
            leg.flush();
        }
    }

    @Override
    public boolean wantsMore() {
        return connected && !deviceEnded && leg.isWritable();
    }

    @Override
    public void connected(Leg made) {
        connected = true;
        ByteBuf first = waiting;
        waiting = Unpooled.EMPTY_BUFFER;
        if (first.isReadable()) {
            made.write(first);
            made.flush();
        } else {
            first.release();
        }
        if (deviceEnded) {
            made.endOutput();
        }
        front.more();
    }

    @Override
    public void failed(Leg none, Destination.Failure failure) {
        String code = failure == Destination.Failure.NOWHERE ? "relay.nowhere" : "relay.unreachable";
        if (alert == TlsAlert.NONE) {
            front.desk.counts().refused(code);
            front.ends(Ending.UNREACHABLE);
            front.reset();
        } else {
            front.refuse(Ending.UNREACHABLE, code, alert.record());
        }
    }

    @Override
    public void answered(Leg from, ByteBuf in) {
        front.write(in);
    }

    @Override
    public void answeredAll(Leg from) {
        front.flush();
        if (front.isWritable()) {
            leg.read();
        }
    }

    @Override
    public void writable() {
        leg.read();
    }

    @Override
    public void inputEnded() {
        deviceEnded = true;
        if (connected) {
            leg.endOutput();
        }
        bothEnded();
    }

    @Override
    public void ended(Leg from, boolean broken) {
        if (broken) {
            front.ends(Ending.SERVER);
            front.reset();
            return;
        }
        if (!legEnded) {
            legEnded = true;
            front.touch();
            front.flush();
            Ends.output(front.channel());
        }
        if (from.isOver() && !deviceEnded) {
            front.close(Ending.SERVER);
        }
        bothEnded();
    }

    private void bothEnded() {
        if (deviceEnded && legEnded) {
            front.close(Ending.DONE);
        }
    }

    @Override
    public void gone() {
        waiting.release();
        waiting = Unpooled.EMPTY_BUFFER;
        if (deviceEnded || legEnded) {
            leg.close();
        } else {
            leg.reset();
        }
    }

    @Override
    public void look(int silent) {
        boolean half = deviceEnded || legEnded;
        front.endIf(silent >= (half ? Math.min(HALF_CLOSED_TICKS, idleTicks) : idleTicks));
    }

    @Override
    public char phase() {
        return 'R';
    }
}
