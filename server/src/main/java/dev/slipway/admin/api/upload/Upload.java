package dev.slipway.admin.api.upload;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The body of a request as a stream that a thread off the event loop reads: at most a few pieces wait in memory, the
 * next
 * ones are asked for as it reads on. A sender that pauses too long, or goes away, ends it with an exception.
 */
public final class Upload extends InputStream {
    private static final int PIECES = 4;
    private static final Duration PAUSE_MAX = Duration.ofSeconds(60);
    private static final Buffer END = Buffer.buffer();
    private static final Buffer BROKEN = Buffer.buffer();

    /** Two more places than pieces asked for, so that the marks of the end always fit. */
    private final BlockingQueue<Buffer> pieces = new ArrayBlockingQueue<>(PIECES + 2);

    private final HttpServerRequest request;
    private final Context context;
    private Buffer piece = Buffer.buffer();
    private int at;

    /** Takes over the body; call it on the event loop, before anything else. */
    public Upload(HttpServerRequest request) {
        this.request = request;
        this.context = Objects.requireNonNull(Vertx.currentContext());
        request.pause();
        request.handler(this::offer).endHandler(end -> offer(END)).exceptionHandler(broken -> offer(BROKEN));
        request.fetch(PIECES);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (at == piece.length() && piece != END) {
            next();
        }
        if (piece == END) {
            return -1;
        }
        int count = Math.min(length, piece.length() - at);
        piece.getBytes(at, at + count, into, offset);
        at += count;
        return count;
    }

    private void next() throws IOException {
        Buffer taken = take();
        if (taken == BROKEN) {
            throw new EOFException("the body ended early");
        }
        piece = taken;
        at = 0;
        context.runOnContext(now -> request.fetch(1));
    }

    private Buffer take() throws IOException {
        try {
            Buffer taken = pieces.poll(PAUSE_MAX.toSeconds(), TimeUnit.SECONDS);
            if (taken == null) {
                throw new InterruptedIOException("the body came too slowly");
            }
            return taken;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while a body was read");
        }
    }

    private void offer(Buffer next) {
        if (!pieces.offer(next)) {
            throw new IllegalStateException("more pieces came than were asked for");
        }
    }
}
