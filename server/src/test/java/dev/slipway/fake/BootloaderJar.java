package dev.slipway.fake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A jar that names its version, as the Bootloader's does, and does nothing. */
public final class BootloaderJar {
    public static final String VERSION = "1.2.0-SNAPSHOT";

    private BootloaderJar() {}

    /** Writes it into {@code directory}. */
    public static Path in(Path directory) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, VERSION);
        Path jar = directory.resolve("bootloader.jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }
}
