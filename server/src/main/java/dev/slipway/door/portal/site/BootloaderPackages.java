package dev.slipway.door.portal.site;

import dev.slipway.door.portal.site.SitePackage.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Builds the Bootloader's zips: its jar, a launcher, {@code bootloader.properties} stamped for a tenant; those for
 * migration
 * with import instructions besides. The properties can be edited after export: host and port, or the alias.
 */
public final class BootloaderPackages implements Packages {
    private static final List<String> PLATFORMS = List.of("linux", "macos", "windows", "java");
    private static final Set<String> RUNNABLE = Set.of("slipway-bootloader/bootloader");

    private final Path jar;
    private final Path directory;

    /** From the Bootloader's {@code jar}; what is built is kept in {@code directory}. */
    public BootloaderPackages(Path jar, Path directory) {
        this.jar = jar;
        this.directory = directory;
    }

    @Override
    public List<SitePackage> of(Stamp stamp) {
        var made = new ArrayList<SitePackage>();
        try {
            byte[] program = Files.readAllBytes(jar);
            for (String platform : PLATFORMS) {
                made.add(bootloader(platform, program, stamp));
            }
            for (String platform : PLATFORMS) {
                made.add(migration(platform, program, stamp));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the packages cannot be made from " + jar, e);
        }
        return List.copyOf(made);
    }

    private SitePackage bootloader(String platform, byte[] program, Stamp stamp) throws IOException {
        return kept(Kind.BOOTLOADER, platform, ZipBytes.of(files(platform, program, stamp), RUNNABLE));
    }

    private SitePackage migration(String platform, byte[] program, Stamp stamp) throws IOException {
        Map<String, byte[]> files = files(platform, program, stamp);
        files.put("IMPORT.txt", resource("IMPORT.txt"));
        return kept(Kind.MIGRATION, platform, ZipBytes.of(files, RUNNABLE));
    }

    private static Map<String, byte[]> files(String platform, byte[] program, Stamp stamp) throws IOException {
        var files = new TreeMap<String, byte[]>();
        files.put("slipway-bootloader/bootloader.jar", program);
        files.put("slipway-bootloader/bootloader.properties", stamp.properties().getBytes(StandardCharsets.UTF_8));
        files.put("slipway-bootloader/README.txt", resource("README.txt"));
        if (!platform.equals("windows")) {
            files.put("slipway-bootloader/bootloader", resource("bootloader"));
        }
        if (platform.equals("windows") || platform.equals("java")) {
            files.put("slipway-bootloader/bootloader.cmd", resource("bootloader.cmd"));
        }
        return files;
    }

    /** Kept under its hash, so that two stamps never meet and a name always means the same bytes. */
    private SitePackage kept(Kind kind, String platform, byte[] zip) throws IOException {
        String sha256 = sha256(zip);
        Files.createDirectories(directory);
        Path file = directory.resolve(sha256 + ".zip");
        if (!Files.exists(file)) {
            Path fresh = Files.createTempFile(directory, ".new", ".zip");
            Files.write(fresh, zip);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        String what = kind == Kind.BOOTLOADER ? "bootloader" : "migration";
        return new SitePackage(kind, platform, "slipway-" + what + "-" + platform + ".zip", file, zip.length, sha256);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream bytes = BootloaderPackages.class.getResourceAsStream("package/" + name)) {
            return Objects.requireNonNull(bytes, name).readAllBytes();
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
