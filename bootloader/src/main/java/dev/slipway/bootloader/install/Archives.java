package dev.slipway.bootloader.install;

import dev.slipway.bootloader.protocol.archive.ArchiveLimits;
import dev.slipway.bootloader.protocol.archive.ArchiveReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Unpacks by the rules that the portal checked at publishing. */
final class Archives implements Unpacking {
    @Override
    public void unpack(Path archive, Path into) throws IOException {
        Files.createDirectories(into);
        ArchiveReader.unpack(archive, into, ArchiveLimits.APPLICATION);
    }
}
