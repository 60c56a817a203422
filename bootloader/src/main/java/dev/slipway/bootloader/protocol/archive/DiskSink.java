package dev.slipway.bootloader.protocol.archive;

import dev.slipway.bootloader.protocol.archive.ArchiveRefused.Reason;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writes entries below one directory. */
final class DiskSink implements EntrySink {
    private final Path root;
    private final boolean posix;
    private final List<Path> directories = new ArrayList<>();

    DiskSink(Path emptyDirectory) throws IOException {
        try (Stream<Path> inside = Files.list(emptyDirectory)) {
            if (inside.findAny().isPresent()) {
                throw new DirectoryNotEmptyException(emptyDirectory.toString());
            }
        }
        root = emptyDirectory;
        posix = Files.getFileStore(root).supportsFileAttributeView(PosixFileAttributeView.class);
        directories.add(root);
    }

    @Override
    public void directory(String path) throws IOException {
        Path directory = root.resolve(path);
        try {
            Files.createDirectory(directory);
        } catch (FileAlreadyExistsException e) {
            throw sameName(path);
        }
        directories.add(directory);
    }

    @Override
    public void file(String path, boolean executable, InputStream content) throws IOException {
        Path file = root.resolve(path);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            content.transferTo(Channels.newOutputStream(channel));
            if (executable && posix) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            channel.force(true);
        } catch (FileAlreadyExistsException e) {
            throw sameName(path);
        }
    }

    /** The archive's names differ, but not for this file system (case, or Unicode form). */
    private static ArchiveRefused sameName(String path) {
        return new ArchiveRefused(Reason.PATH, "'" + path + "' is the name of another entry on this file system");
    }

    /** Makes the names durable; a system whose directories cannot be opened (Windows) keeps them by itself. */
    void flush() throws IOException {
        if (File.separatorChar == '\\') {
            return;
        }
        for (Path directory : directories) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Removes all that was written. */
    void clear() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(root)) {
                    Files.delete(path);
                }
            }
        }
    }
}
