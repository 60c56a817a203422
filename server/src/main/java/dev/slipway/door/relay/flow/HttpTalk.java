package dev.slipway.door.relay.flow;

import dev.slipway.door.relay.peek.BodyEnd;
import dev.slipway.door.relay.peek.Fault;
import dev.slipway.door.relay.peek.HeadEnd;
import dev.slipway.door.relay.peek.RequestHead;
import dev.slipway.door.relay.place.Destination;
import dev.slipway.door.relay.place.Destination.Failure;
import dev.slipway.door.relay.place.Steering;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1, steered request by request. The next request, though it may be there already, is looked at only when the
 * answer to the one before has passed: answers stay in order whichever backends give them, and what a backend said
 * about the connection holds.
 *
 * <p>Bytes are passed on as they came; only lines that somebody trusted alone may send are left out. A destination has
 * one leg for as long as the connection lasts, and no leg serves two connections: what a device proves to a backend
 * (NTLM, PROXY header) stays its own.
 */
final class HttpTalk implements Talk, Leg.Listener {
    /** Of requests that may wait behind one whose answer is passing. */
    private static final int AHEAD_BYTES_MAX = 2 * HeadEnd.BYTES_MAX;

    /** A head that has begun must be whole within 10 s, however its bytes are spread. */
    private static final int HEAD_TICKS = Round.ticks(Duration.ofSeconds(10));

    private final Front front;
    private final Destination.Opened opened;
    private final HeadEnd headEnd = new HeadEnd();
    private final RequestHead request = new RequestHead();
    private final BodyEnd body = new BodyEnd();
    private final Answer answer = new Answer();
    private final List<Leg> legs = new ArrayList<>(1);
    private Steering steering;
    private ByteBuf read = Unpooled.EMPTY_BUFFER;
    private @Nullable Leg leg;
    private State state = State.HEAD;
    private int headLength;
    private int headSince;
    private int idleTicks = HEAD_TICKS;
    private boolean lasts;
    private boolean freshLeg;
    private boolean deviceEnded;

    private enum State {
        /** A request is awaited. */
        HEAD,
        /** There is a request and no leg yet. */
        DIALING,
        /** A request or its answer passes. */
        PASSING,
        /** Nothing is taken any more. */
        OVER
    }

    HttpTalk(Front front, Steering steering, Destination.Opened opened) {
        this.front = front;
        this.steering = steering;
        this.opened = opened;
    }

    @Override
    public void bytes(ByteBuf in) {
        if (!read.isReadable()) {
            headSince = front.now();
        }
        read = Pieces.joined(read, in);
        advance();
    }

    private void advance() {
        if (state == State.PASSING) {
            passBody();
            if (body.ended() && answer.isOver()) {
                state = State.HEAD;
            }
        }
        if (state == State.HEAD && read.isReadable()) {
            head();
        }
    }

    /** Looks for a whole head; empty lines before it are skipped (RFC 9112, section 2.2). */
    private void head() {
        while (read.readableBytes() >= 2 && read.getShort(read.readerIndex()) == 0x0d0a) {
            read.skipBytes(2);
            headEnd.begin();
        }
        headLength = headEnd.find(read, read.readerIndex());
        Fault fault = headEnd.fault();
        if (headLength > 0) {
            fault = request.read(read, read.readerIndex(), headLength);
        }
        if (fault != Fault.NONE) {
            refuse(fault);
        } else if (headLength > 0) {
            steer();
        }
    }

    private void steer() {
        Steering now = front.desk.steering().get();
        Destination destination = now.of(request, read);
        if (now != steering) {
            steering = now;
            leave(destination);
        }
        lead(destination);
    }

    /** The configuration is another: no leg of the old one is used again. */
    private void leave(Destination but) {
        for (Leg one : List.copyOf(legs)) {
            if (one.destination() != but) {
                drop(one);
                one.close();
            }
        }
    }

    private void lead(Destination destination) {
        idleTicks = Round.ticks(destination.idle());
        for (int i = 0; i < legs.size(); i++) {
            if (legs.get(i).destination() == destination) {
                leg = legs.get(i);
                freshLeg = false;
                passHead(leg);
                return;
            }
        }
        state = State.DIALING;
        freshLeg = true;
        leg = new Leg(front, destination, this);
        leg.dial(opened);
    }

    @Override
    public void connected(Leg made) {
        legs.add(made);
        request.read(read, read.readerIndex(), headLength);
        passHead(made);
        made.flush();
        front.more();
    }

    /** Passes the head, and what is there of the body, in one piece when nothing is left out of it. */
    private void passHead(Leg to) {
        state = State.PASSING;
        front.accessed().requests++;
        to.led().requests().increment();
        lasts = request.keepsAlive();
        request.frames(body);
        answer.begin(request.isHead(), request.upgrades());
        int start = read.readerIndex();
        int spots = front.caller().trusted() ? 0 : request.spots();
        for (int i = 0; i < spots; i++) {
            to.write(read.readRetainedSlice(request.spotStart(i) - read.readerIndex()));
            read.readerIndex(request.spotEnd(i));
        }
        int left = start + headLength - read.readerIndex();
        passOn(to, left + body.take(read, start + headLength));
    }

    private void passBody() {
        Leg to = leg;
        if (to != null && !body.ended() && read.isReadable()) {
            passOn(to, body.take(read, read.readerIndex()));
        }
    }

    private void passOn(Leg to, int length) {
        if (length == read.readableBytes()) {
            to.write(read);
            read = Unpooled.EMPTY_BUFFER;
        } else if (length > 0) {
            to.write(read.readRetainedSlice(length));
        }
        if (body.fault() != Fault.NONE) {
            refuse(body.fault());
        }
    }

    @Override
    public void pause() {
        if (leg != null && state == State.PASSING) {
            leg.flush();
        }
    }

    @Override
    public boolean wantsMore() {
        return switch (state) {
            case HEAD -> !deviceEnded;
            case DIALING -> false;
            case PASSING ->
                body.ended() ? !deviceEnded && read.readableBytes() < AHEAD_BYTES_MAX : leg == null || leg.isWritable();
            case OVER -> false;
        };
    }

    @Override
    public void failed(Leg none, Failure failure) {
        leg = null;
        front.refuse(Ending.UNREACHABLE, Refusals.code(failure), Refusals.bytes(failure));
    }

    @Override
    public void answered(Leg from, ByteBuf in) {
        if (from != leg || state != State.PASSING) {
            in.release();
            drop(from);
            from.close();
            return;
        }
        ByteBuf passed = answer.take(in);
        if (passed.isReadable()) {
            front.write(passed);
        } else {
            passed.release();
        }
        if (answer.isBroken()) {
            broken();
        } else if (answer.switches()) {
            switchOver(from);
        } else if (answer.isOver()) {
            answeredWhole(from);
        }
    }

    private void answeredWhole(Leg from) {
        if (answer.status() == 421) {
            from.led().misdirected().increment();
        }
        if (!answer.keepsAlive()) {
            drop(from);
            from.close();
        }
        if (!lasts || !answer.keepsAlive() || front.isDraining() || (deviceEnded && !read.isReadable())) {
            state = State.OVER;
            end();
        } else if (body.ended()) {
            state = State.HEAD;
            advance();
            pause();
            front.more();
        }
    }

    private void end() {
        if (body.ended()) {
            front.close(Ending.DONE);
        } else {
            front.closeEarly(Ending.DONE);
        }
    }

    /** From here on it is no HTTP (RFC 9110, section 15.2.2). */
    private void switchOver(Leg to) {
        drop(to);
        leg = null;
        ByteBuf rest = read;
        read = Unpooled.EMPTY_BUFFER;
        gone();
        front.flush();
        front.becomes(new RawTalk(front, to), rest);
    }

    @Override
    public void answeredAll(Leg from) {
        front.flush();
        if (front.isWritable()) {
            from.read();
        }
    }

    @Override
    public void writable() {
        for (Leg one : legs) {
            one.read();
        }
    }

    @Override
    public void ended(Leg from, boolean broken) {
        drop(from);
        from.close();
        if (from != leg || state != State.PASSING) {
            if (legs.isEmpty() && state == State.HEAD && !read.isReadable()) {
                front.close(Ending.SERVER);
            }
        } else if (answer.endsWithConnection() && !broken) {
            state = State.OVER;
            front.close(Ending.DONE);
        } else {
            broken();
        }
    }

    /** The answer will not be whole: the device must not take it for one. */
    private void broken() {
        Leg from = leg;
        if (from != null) {
            drop(from);
            from.reset();
        }
        if (!answer.hasBegun() && freshLeg) {
            front.refuse(Ending.SERVER, Refusals.BAD_ANSWER, Refusals.badAnswer());
        } else {
            state = State.OVER;
            front.ends(Ending.SERVER);
            front.reset();
        }
    }

    private void drop(Leg one) {
        legs.remove(one);
    }

    @Override
    public void inputEnded() {
        deviceEnded = true;
        if (state == State.HEAD && !read.isReadable()) {
            front.close(Ending.DEVICE);
        } else if (state == State.HEAD || (!body.ended() && state == State.PASSING)) {
            front.ends(Ending.DEVICE);
            front.reset();
        }
    }

    private void refuse(Fault fault) {
        boolean midAnswer = state == State.PASSING && answer.hasBegun();
        if (leg != null && state == State.PASSING) {
            drop(leg);
            leg.reset();
        }
        state = State.OVER;
        if (midAnswer) {
            front.desk.counts().refused(fault.code());
            front.ends(Ending.REFUSED);
            front.reset();
        } else {
            front.refuse(Ending.REFUSED, fault.code(), Refusals.bytes(fault));
        }
    }

    @Override
    public void gone() {
        boolean cut = state == State.PASSING;
        state = State.OVER;
        for (Leg one : List.copyOf(legs)) {
            if (cut && one == leg) {
                one.reset();
            } else {
                one.close();
            }
        }
        legs.clear();
        if (leg != null) {
            leg.close();
        }
        read.release();
        read = Unpooled.EMPTY_BUFFER;
        answer.release();
    }

    @Override
    public void look(int silent) {
        boolean slowHead = state == State.HEAD && read.isReadable() && front.now() - headSince >= HEAD_TICKS;
        boolean awaitsAnswer = state == State.PASSING && body.ended() && !answer.hasBegun();
        if (awaitsAnswer && silent >= idleTicks) {
            front.refuse(Ending.IDLE, Refusals.SLOW_ANSWER, Refusals.slowAnswer());
        } else {
            front.endIf(slowHead || silent >= idleTicks);
        }
    }

    @Override
    public char phase() {
        return switch (state) {
            case HEAD -> read.isReadable() ? 'H' : 'I';
            case DIALING -> 'B';
            case PASSING -> answer.hasBegun() ? 'D' : 'W';
            case OVER -> 'D';
        };
    }
}
