package dev.slipway.core.bundle;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The control member of a Debian package: a tar archive (POSIX.1-2017 pax, "ustar Interchange Format") whose file
 * {@code control} names the package (Debian Policy, section 5.3).
 */
final class DebControl {
    private static final int BLOCK = 512;
    private static final int NAME_BYTES = 100;
    private static final int SIZE_FROM = 124;
    private static final int SIZE_LENGTH = 11;
    private static final int FILE_BYTES_MAX = 1 << 20;
    /** More files than any package has; a bomb ends here. */
    private static final int FILE_COUNT_MAX = 1_000;

    private static final Pattern PACKAGE = Pattern.compile("(?mi)^Package:[ \\t]*(\\S+)[ \\t]*\\r?$");

    private DebControl() {}

    /**
     * The package that a member of this name tells; empty when it is packed with xz or zstd.
     *
     * @throws ZipException when it is broken, or tells no name
     */
    static Optional<String> packageName(String member, byte[] bytes) throws IOException {
        String plain = member.endsWith("/") ? member.substring(0, member.length() - 1) : member;
        return switch (plain) {
            case "control.tar" -> Optional.of(named(new ByteArrayInputStream(bytes)));
            case "control.tar.gz" -> Optional.of(named(unzipped(bytes)));
            default -> Optional.empty();
        };
    }

    private static InputStream unzipped(byte[] bytes) throws IOException {
        try {
            return new GZIPInputStream(new ByteArrayInputStream(bytes));
        } catch (EOFException cutOff) {
            throw broken("cut off");
        }
    }

    private static String named(InputStream tar) throws IOException {
        try {
            for (int count = 0; count < FILE_COUNT_MAX; count++) {
                String header = text(tar, BLOCK);
                int size = size(header);
                String content = text(tar, size);
                tar.skipNBytes(Math.floorMod(-size, BLOCK));
                if (header.substring(0, NAME_BYTES).matches("(\\./)?control\\x00.*")) {
                    return named(content);
                }
            }
        } catch (EOFException end) {
            throw broken("without a control file");
        }
        throw broken("of too many files");
    }

    private static String named(String control) throws ZipException {
        Matcher field = PACKAGE.matcher(control);
        if (!field.find()) {
            throw broken("without the name of the package");
        }
        return field.group(1);
    }

    private static int size(String header) throws ZipException {
        String digits = header.substring(SIZE_FROM, SIZE_FROM + SIZE_LENGTH)
                .replace('\0', ' ')
                .strip();
        if (!digits.matches("[0-7]{0,7}|0*[0-7]{1,7}")) {
            throw broken("with a length that is none");
        }
        int size = digits.isEmpty() ? 0 : Integer.parseInt(digits, 8);
        if (size > FILE_BYTES_MAX) {
            throw broken("of a file that is too long");
        }
        return size;
    }

    private static String text(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static ZipException broken(String how) {
        return new ZipException("a control member " + how);
    }
}
