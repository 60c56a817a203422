package dev.slipway.bootloader.protocol.archive;

import dev.slipway.bootloader.protocol.archive.ArchiveRefused.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The entries of one zip file. The JDK reads the contents; what it hides, modes and repeated names, comes from
 * {@link ZipDirectory}, which reads the same central directory. Local headers are believed by neither.
 */
final class ZipArchive {
    private ZipArchive() {}

    static void read(Path archive, Intake intake) throws IOException {
        ZipDirectory directory = ZipDirectory.read(archive);
        try (var zip = new ZipFile(archive.toFile())) {
            for (ZipDirectory.Item item : directory.items()) {
                if (item.isSpecial()) {
                    throw new ArchiveRefused(Reason.LINK, "'" + item.name() + "' is a link or a device");
                }
                if (item.name().endsWith("/")) {
                    intake.directory(item.name());
                } else {
                    file(zip, item, intake);
                }
            }
        }
    }

    private static void file(ZipFile zip, ZipDirectory.Item item, Intake intake) throws IOException {
        ZipEntry entry = zip.getEntry(item.name());
        if (entry == null || entry.isDirectory()) {
            throw new ArchiveRefused(Reason.FORMAT, "'" + item.name() + "' cannot be found again");
        }
        intake.announce(entry.getSize());
        var sum = new CRC32();
        try (InputStream content = zip.getInputStream(entry);
                var checked = new CheckedInputStream(content, sum)) {
            intake.file(item.name(), item.executable(), checked);
        }
        if (sum.getValue() != entry.getCrc()) {
            throw new ZipException("wrong checksum of " + item.name());
        }
    }
}
