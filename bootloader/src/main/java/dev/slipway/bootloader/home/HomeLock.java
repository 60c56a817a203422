package dev.slipway.bootloader.home;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.slipway.bootloader.outcome.Exit;
import dev.slipway.bootloader.outcome.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One process at a time; the operating system frees it when the process dies. */
public final class HomeLock implements AutoCloseable {
    private static final int NAME_BYTES_MAX = 32;

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the directory, or refuses with {@code home.in-use} and the process that has it. */
    public static HomeLock take(Home home) throws IOException {
        home.create();
        FileChannel channel = FileChannel.open(home.lockFile(), CREATE, READ, WRITE);
        if (tryLock(channel).isEmpty()) {
            String holder = holder(channel);
            channel.close();
            throw new Refusal(
                    "home.in-use",
                    "The directory " + home.directory() + " is in use by process " + holder
                            + "; wait for it, stop it, or choose another with --home.",
                    Exit.CONFLICT);
        }
        channel.truncate(0);
        Durable.writeAll(channel, Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII));
        return new HomeLock(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer name = ByteBuffer.allocate(NAME_BYTES_MAX);
        int read = channel.read(name, 0);
        return read <= 0 ? "unknown" : new String(name.array(), 0, read, StandardCharsets.US_ASCII);
    }
}
