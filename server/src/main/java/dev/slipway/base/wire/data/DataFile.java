package dev.slipway.base.wire.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Reads data files of the jar. */
public final class DataFile {
    private DataFile() {}

    /**
     * All bytes of the file.
     *
     * @param name as {@link Class#getResource} takes it: beside the class, or from the root when it begins with a slash
     * @throws IllegalStateException the jar lacks it
     */
    public static byte[] bytes(Class<?> beside, String name) {
        try (InputStream file = beside.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the jar lacks " + name + " beside " + beside.getName());
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    /** The file as UTF-8; see {@link #bytes}. */
    public static String text(Class<?> beside, String name) {
        return new String(bytes(beside, name), StandardCharsets.UTF_8);
    }

    /** The lines of {@code text} that are neither blank nor remarks, which begin with a number sign. */
    public static Stream<String> lines(String text) {
        return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }
}
