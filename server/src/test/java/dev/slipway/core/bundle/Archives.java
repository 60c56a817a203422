package dev.slipway.core.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small archives for tests. */
final class Archives {
    private Archives() {}

    /** A zip of files, each of which holds its own path and {@code content}. */
    static byte[] zip(String content, String... paths) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String path : paths) {
                zip.putNextEntry(new ZipEntry(path));
                zip.write((path + content).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A Debian package of these members, each of which holds {@code content}. */
    static byte[] deb(String content, String... members) {
        return deb(content.getBytes(StandardCharsets.ISO_8859_1), members);
    }

    /** A Debian package of these members, each of which holds {@code content}. */
    static byte[] deb(byte[] bytes, String... members) {
        String content = new String(bytes, StandardCharsets.ISO_8859_1);
        var text = new StringBuilder("!<arch>\n");
        for (String member : members) {
            String held = member.equals("debian-binary") ? "2.0\n" : content;
            text.append("%-16s%-12d%-6d%-6d%-8s%-10d`\n".formatted(member, 0, 0, 0, "100644", held.length()));
            text.append(held).append(held.length() % 2 == 1 ? "\n" : "");
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A control member that tells this package, as a tar. */
    static byte[] control(String path, String packageName) {
        String fields = "Architecture: all\nPackage: " + packageName + "\nVersion: 1.0\n";
        byte[] content = fields.getBytes(StandardCharsets.UTF_8);
        var tar = ByteBuffer.allocate(4 * 512);
        tar.put(0, "./".getBytes(StandardCharsets.UTF_8));
        tar.put(512, path.getBytes(StandardCharsets.UTF_8));
        tar.put(512 + 124, "%011o".formatted(content.length).getBytes(StandardCharsets.UTF_8));
        tar.put(1024, content);
        return tar.array();
    }

    /** The same bytes packed with gzip. */
    static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
