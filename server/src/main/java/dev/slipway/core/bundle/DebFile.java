package dev.slipway.core.bundle;

import dev.slipway.base.fleet.Refusal;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/**
 * Whether a file is a Debian package: an ar archive of {@code debian-binary} (version 2), {@code control.tar} and
 * {@code data.tar}, in this order and nothing else (deb(5)), and named {@code package_version_architecture.deb}
 * (Debian Policy, section 5.6.1). A control member that is plain or packed with gzip must name the same package; those
 * packed with xz or zstd are not opened, so there only the device's own dpkg finds another name.
 */
final class DebFile {
    private static final String MAGIC = "!<arch>\n";
    private static final String MEMBER_END = "`\n";
    private static final int HEADER_BYTES = 60;
    private static final int NAME_BYTES = 16;
    private static final int SIZE_FROM = 48;
    private static final int SIZE_TO = 58;
    private static final int FORMAT_BYTES_MAX = 64;
    /** Control files and scripts: the largest of Debian has 1 MiB. */
    private static final int CONTROL_BYTES_MAX = 8 << 20;

    private static final Pattern FILE_NAME = Pattern.compile("[a-z0-9][a-z0-9+.-]{1,127}_[^_]+_[a-z0-9-]+\\.deb");

    private DebFile() {}

    /** Refuses {@code artifact.deb-invalid} and {@code artifact.deb-name}. */
    static void require(Path file, String fileName) {
        if (!FILE_NAME.matcher(fileName).matches()) {
            throw new Refusal(
                    "artifact.deb-name",
                    "Name the file as its package: package_version_architecture.deb, not " + fileName);
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            read(in).filter(name -> !fileName.startsWith(name + "_")).ifPresent(name -> {
                throw new Refusal(
                        "artifact.deb-name",
                        "The file " + fileName + " holds the package " + name
                                + ": name it package_version_architecture.deb.");
            });
        } catch (EOFException e) {
            throw invalid("it is cut off");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of the package, when its control member can be opened. */
    private static Optional<String> read(InputStream in) throws IOException {
        if (!text(in, MAGIC.length()).equals(MAGIC)) {
            throw invalid("it is no ar archive");
        }
        Member format = member(in, "debian-binary");
        requireVersionTwo(text(in, (int) Math.min(format.size(), FORMAT_BYTES_MAX)));
        in.skipNBytes(Math.max(0, format.size() - FORMAT_BYTES_MAX) + format.padding());
        Member control = member(in, "control.tar");
        if (control.size() > CONTROL_BYTES_MAX) {
            throw invalid("its control.tar is too long");
        }
        Optional<String> name = packageName(control.name(), bytes(in, (int) control.size()));
        in.skipNBytes(control.padding());
        in.skipNBytes(member(in, "data.tar").size());
        return name;
    }

    private static Optional<String> packageName(String member, byte[] control) throws IOException {
        try {
            return DebControl.packageName(member, control);
        } catch (ZipException e) {
            throw invalid("its control.tar is broken");
        }
    }

    /** Members begin at even places (ar(5)). */
    private record Member(String name, long size) {
        long padding() {
            return size % 2;
        }
    }

    private static Member member(InputStream in, String wanted) throws IOException {
        String header = text(in, HEADER_BYTES);
        String name = header.substring(0, NAME_BYTES).strip();
        if (!header.endsWith(MEMBER_END) || !name.startsWith(wanted)) {
            throw invalid("its member " + wanted + " is missing");
        }
        return new Member(name, size(header.substring(SIZE_FROM, SIZE_TO).strip()));
    }

    private static long size(String digits) {
        if (!digits.matches("[0-9]{1,10}")) {
            throw invalid("a length in it is no number");
        }
        return Long.parseLong(digits);
    }

    private static void requireVersionTwo(String version) {
        if (!version.startsWith("2.")) {
            throw invalid("its format is not 2.0");
        }
    }

    private static String text(InputStream in, int length) throws IOException {
        return new String(bytes(in, length), StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private static Refusal invalid(String why) {
        return new Refusal("artifact.deb-invalid", "The file is no Debian package, " + why + ": build it again.");
    }
}
