package dev.slipway.door.portal.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The runtime image that the build linked for the Bootloader, packed, with the platform that it runs on.
 *
 * @param platform such as {@code linux-x64}
 * @param file a zip of {@code slipway-bootloader/runtime/}
 */
record RuntimeZip(String platform, Path file) {
    private static final String RELEASE = "slipway-bootloader/runtime/release";
    private static final List<String> ARM = List.of("aarch64", "arm64");

    /** The one at {@code file}; empty when the build made none, as on a JDK without jlink. */
    static Optional<RuntimeZip> find(Path file) {
        return Files.isReadable(file) ? Optional.of(new RuntimeZip("linux-" + machine(file), file)) : Optional.empty();
    }

    /** A JDK writes into the file {@code release} what it runs on. */
    private static String machine(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            ZipEntry entry = Optional.ofNullable(zip.getEntry(RELEASE))
                    .orElseThrow(() -> new IOException("no " + RELEASE + " in it"));
            var release = new Properties();
            try (InputStream in = zip.getInputStream(entry)) {
                release.load(in);
            }
            String machine = release.getProperty("OS_ARCH", "").replace("\"", "");
            return ARM.contains(machine) ? "arm64" : "x64";
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is no runtime image", e);
        }
    }
}
