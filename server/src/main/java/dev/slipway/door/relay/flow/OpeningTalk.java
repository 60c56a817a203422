package dev.slipway.door.relay.flow;

import dev.slipway.door.relay.peek.ClientHelloReader;
import dev.slipway.door.relay.place.Destination;
import dev.slipway.door.relay.place.Steering;
import dev.slipway.door.relay.steer.Lane;
import dev.slipway.door.relay.steer.Opening;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.ssl.SslContext;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Waits until the first bytes say what a connection is. */
final class OpeningTalk implements Talk {
    /** An alias is an e-mail address of up to 254 octets (RFC 5321, section 4.5.3.1.3), with slack. */
    private static final int PREAMBLE_BYTES_MAX = 320;

    private static final int PREAMBLE_WORD = 5;

    /** Empty SETTINGS, then GOAWAY with HTTP_1_1_REQUIRED (RFC 9113, sections 6.5, 6.8 and 7). */
    private static final byte[] HTTP_1_REQUIRED = {
        0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 13
    };

    private final Front front;
    private final Steering steering;
    private final ClientHelloReader hello = new ClientHelloReader();
    private Opening opening;
    private ByteBuf read = Unpooled.EMPTY_BUFFER;
    private boolean overTls;

    OpeningTalk(Front front) {
        this.front = front;
        this.steering = front.desk.steering().get();
        this.opening = new Opening(steering.table(), steering.preambles());
    }

    @Override
    public void bytes(ByteBuf in) {
        read = Pieces.joined(read, in);
        look();
    }

    private void look() {
        switch (opening.look(read, read.readerIndex())) {
            case OPEN -> tooLong();
            case TLS -> tls();
            case HTTP -> front.becomes(new HttpTalk(front, steering, opened("")), taken());
            case HTTP2 -> front.refuse(Ending.REFUSED, "relay.http2", Unpooled.wrappedBuffer(HTTP_1_REQUIRED));
            case PREAMBLE -> preamble();
            case PROXY -> front.refuse(Ending.REFUSED, "relay.proxy-header", Unpooled.EMPTY_BUFFER);
            case OTHER -> raw(steering.of(opening.lane()), "");
        }
    }

    private void tooLong() {
        if (read.readableBytes() >= Opening.BYTES_MAX) {
            front.refuse(Ending.REFUSED, "relay.opening-too-long", Unpooled.EMPTY_BUFFER);
        }
    }

    private void tls() {
        Optional<SslContext> ends =
                overTls ? Optional.empty() : front.desk.tls().get();
        if (ends.isPresent()) {
            overTls = true;
            opening = new Opening(steering.table(), steering.preambles());
            var handler = ends.get().newHandler(front.channel().alloc());
            handler.setHandshakeTimeoutMillis(front.desk.entry().opening().toMillis());
            front.channel().pipeline().addFirst(handler);
            front.channel().pipeline().fireChannelRead(taken());
            return;
        }
        switch (hello.look(read, read.readerIndex())) {
            case OPEN -> tooLong();
            case BROKEN -> front.refuse(Ending.REFUSED, "relay.hello", TlsAlert.DECODE_ERROR.record());
            case FOUND ->
                hello.hello()
                        .ifPresent(found -> raw(steering.of(found), found.serverName(), TlsAlert.UNRECOGNIZED_NAME));
        }
    }

    private void preamble() {
        int feed = read.indexOf(read.readerIndex(), read.writerIndex(), (byte) '\n');
        int length = feed - read.readerIndex() + 1;
        if (feed < 0 && read.readableBytes() < PREAMBLE_BYTES_MAX) {
            return;
        }
        if (feed < 0 || length > PREAMBLE_BYTES_MAX || read.getByte(feed - 1) != '\r') {
            front.refuse(Ending.REFUSED, "relay.preamble", Unpooled.EMPTY_BUFFER);
            return;
        }
        String alias =
                read.toString(read.readerIndex() + PREAMBLE_WORD, length - PREAMBLE_WORD - 2, StandardCharsets.UTF_8);
        read.skipBytes(length);
        raw(steering.ofAlias(alias), "");
    }

    private void raw(Destination destination, String serverName) {
        raw(destination, serverName, TlsAlert.NONE);
    }

    private void raw(Destination destination, String serverName, TlsAlert alert) {
        front.becomes(new RawTalk(front, destination, opened(serverName), alert), taken());
    }

    private Destination.Opened opened(String serverName) {
        return new Destination.Opened(serverName, overTls);
    }

    private ByteBuf taken() {
        ByteBuf all = read;
        read = Unpooled.EMPTY_BUFFER;
        return all;
    }

    @Override
    public void look(int silent) {
        if (front.age() >= Round.ticks(front.desk.entry().opening())) {
            overdue();
        }
    }

    /** Its time is over; a device that said nothing at all may wait for the server to speak first. */
    private void overdue() {
        if (!read.isReadable() && !overTls && front.isAdmitted()) {
            raw(steering.of(Lane.DEFAULT), "");
        } else {
            front.desk.counts().refused("relay.opening-too-slow");
            front.ends(Ending.IDLE);
            front.reset();
        }
    }

    @Override
    public void pause() {
        // nothing is written yet
    }

    @Override
    public void inputEnded() {
        front.close(Ending.DEVICE);
    }

    @Override
    public void writable() {
        // nothing is written yet
    }

    @Override
    public void gone() {
        taken().release();
    }

    @Override
    public boolean wantsMore() {
        return true;
    }

    @Override
    public char phase() {
        return 'O';
    }
}
