package dev.slipway.base.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.handler.stream.ChunkedNioFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A slice of a file in pieces to be encrypted, each read when the connection takes it, straight into the memory from
 * which it is encrypted. The transport closes the file when all are sent or the connection ends.
 */
final class FilePieces extends ChunkedNioFile {
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
