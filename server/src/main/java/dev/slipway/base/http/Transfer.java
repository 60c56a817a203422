package dev.slipway.base.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelProgressiveFuture;
import io.netty.channel.ChannelProgressiveFutureListener;
import io.netty.channel.ChannelProgressivePromise;
import io.netty.channel.DefaultFileRegion;
import io.netty.handler.stream.ChunkedNioFile;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.http1.Http1ServerConnection;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Sends a slice of a file as the body of an answer. The transport's own {@code sendFile} does it in many small steps, 8
 * KiB over TLS and 1 MiB in the clear, and what a step costs beside its bytes is most of what can be saved.
 *
 * <p>In the clear the kernel sends regions straight from the file (sendfile(2)). A region counts as sent when its last
 * byte is, so the connection's idle time begins anew with each part of it that the caller took: who takes something,
 * however
 * slowly, is not idle. Over TLS see {@link FilePieces}. HTTP/2 frames bodies itself and keeps the transport's way.
 */
final class Transfer {
    /** What one call may send before the event loop looks after others: about half a millisecond. */
    static final int REGION_BYTES = 4 << 20;

    private final Http1ServerConnection connection;
    private final Path file;

    private Transfer(Http1ServerConnection connection, Path file) {
        this.connection = connection;
        this.file = file;
    }

    /**
     * Sends the head, which must have its Content-Length, and the slice, and ends the answer. Call it on the event
     * loop;
     * fails when the file cannot be read or the connection ends, then part of the answer may be sent.
     */
    static Future<Void> send(HttpServerRequest request, Path file, Ranges.Slice slice) {
        HttpServerResponse response = request.response();
        if (!(request.connection() instanceof Http1ServerConnection connection)) {
            return response.sendFile(file.toString(), slice.offset(), slice.length());
        }
        var transfer = new Transfer(connection, file);
        Future<Void> head = response.writeHead();
        Future<Void> body = request.isSSL() ? transfer.pieces(slice) : transfer.regions(slice);
        return Future.all(head, body).compose(sent -> response.end());
    }

    private Future<Void> pieces(Ranges.Slice slice) {
        Promise<Void> sent = Promise.promise();
        try {
            connection.writeToChannel(FilePieces.of(file, slice), sent);
        } catch (IOException gone) {
            sent.fail(gone);
        }
        return sent.future();
    }

    private Future<Void> regions(Ranges.Slice slice) {
        long length = Math.min(slice.length(), REGION_BYTES);
        Future<Void> sent = region(new DefaultFileRegion(file.toFile(), slice.offset(), length));
        return length == slice.length()
                ? sent
                : sent.compose(done -> regions(new Ranges.Slice(slice.offset() + length, slice.length() - length)));
    }

    /** The region opens the file when its turn comes and closes it with its end, whichever way that comes. */
    private Future<Void> region(DefaultFileRegion region) {
        ChannelHandlerContext context = connection.channelHandlerContext();
        ChannelProgressivePromise sent = context.newProgressivePromise();
        var watched = new Watched(context.pipeline().get(IdleStateHandler.class), Promise.promise());
        var _ = sent.addListener(watched);
        connection.writeToChannel(region, sent);
        return watched.sent.future();
    }

    /** Tells the connection's idle time of each part. */
    private record Watched(IdleStateHandler idle, Promise<Void> sent) implements ChannelProgressiveFutureListener {
        @Override
        public void operationProgressed(ChannelProgressiveFuture region, long bytes, long total) {
            idle.resetWriteTimeout();
        }

        @Override
        public void operationComplete(ChannelProgressiveFuture region) {
            if (region.isSuccess()) {
                sent.complete();
            } else {
                sent.fail(region.cause());
            }
        }
    }

    /**
     * A slice of a file in pieces to be encrypted, each read when the connection takes it, straight into the memory
     * from
     * which it is encrypted. The transport closes the file when all are sent or the connection ends.
     */
    static final class FilePieces extends ChunkedNioFile {
        /** Eight full records (16 KiB, RFC 8446, section 5.1), together small enough to stay in a core's own cache. */
        static final int PIECE_BYTES = 128 << 10;

        private FilePieces(FileChannel file, Ranges.Slice slice) throws IOException {
            super(file, slice.offset(), slice.length(), PIECE_BYTES);
        }

        /** Opens the file, which must hold the whole slice: one that does not would be read for ever. */
        static FilePieces of(Path file, Ranges.Slice slice) throws IOException {
            FileChannel open = FileChannel.open(file, StandardOpenOption.READ);
            if (open.size() < slice.offset() + slice.length()) {
                open.close();
                throw new EOFException(file + " is shorter than it was");
            }
            return new FilePieces(open, slice);
        }

        /** The connection's own allocator would put them on the heap, and each would be copied twice more. */
        @Override
        public ByteBuf readChunk(ByteBufAllocator ofConnection) throws Exception {
            return super.readChunk(PooledByteBufAllocator.DEFAULT);
        }
    }
}
