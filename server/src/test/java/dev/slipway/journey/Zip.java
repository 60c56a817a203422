package dev.slipway.journey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives to publish. */
final class Zip {
    private Zip() {}

    /** One file of that text. */
    static byte[] of(String name, String text) {
        return of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** One file {@code noise} of that many bytes, none of which can be packed. */
    static byte[] noise(int length, RandomGenerator random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return of("noise", bytes);
    }

    /** One file. */
    static byte[] of(String name, byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
