package dev.slipway.base.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.internal.buffer.BufferInternal;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Sends a slice of a file where the kernel cannot, because it is encrypted on the way: in pieces of eight TLS records,
 * no
 * faster than the caller takes them. The transport's own way sends half a record at a time and needs twice the CPU
 * time.
 * Like it, and like sendfile(2), it reads on the event loop: what is sent was just written or is asked for by many.
 */
final class FileStream {
    private static final int PIECE_BYTES = 128 << 10;

    private final FileChannel file;
    private final HttpServerResponse response;
    private long offset;
    private long left;

    private FileStream(FileChannel file, HttpServerResponse response, Ranges.Slice slice) {
        this.file = file;
        this.response = response;
        this.offset = slice.offset();
        this.left = slice.length();
    }

    /** Ends the response with it; on the event loop. Fails when the file is gone or ends early. */
    static Future<Void> send(Path path, Ranges.Slice slice, HttpServerResponse response) {
        try {
            var stream = new FileStream(FileChannel.open(path), response, slice);
            return stream.pieces().eventually(stream::close);
        } catch (IOException gone) {
            return Future.failedFuture(gone);
        }
    }

    /** Piece after piece, each when the one before is on its way. */
    private Future<Void> pieces() {
        Future<Void> written = Future.succeededFuture();
        while (left > 0 && written.isComplete()) {
            if (written.failed()) {
                return written;
            }
            try {
                written = response.write(BufferInternal.buffer(piece()));
            } catch (IOException gone) {
                return Future.failedFuture(gone);
            }
        }
        return left > 0 ? written.compose(taken -> pieces()) : written.compose(taken -> response.end());
    }

    private ByteBuf piece() throws IOException {
        int wanted = (int) Math.min(PIECE_BYTES, left);
        ByteBuf piece = PooledByteBufAllocator.DEFAULT.directBuffer(wanted, wanted);
        try {
            fill(piece);
        } catch (IOException gone) {
            piece.release();
            throw gone;
        }
        offset += wanted;
        left -= wanted;
        return piece;
    }

    private void fill(ByteBuf piece) throws IOException {
        while (piece.isWritable()) {
            if (piece.writeBytes(file, offset + piece.writerIndex(), piece.writableBytes()) < 0) {
                throw new EOFException("the file ends " + (left - piece.writerIndex()) + " bytes early");
            }
        }
    }

    private Future<Void> close() {
        try {
            file.close();
            return Future.succeededFuture();
        } catch (IOException e) {
            return Future.failedFuture(e);
        }
    }
}
