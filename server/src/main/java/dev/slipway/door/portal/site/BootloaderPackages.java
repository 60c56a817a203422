package dev.slipway.door.portal.site;

import dev.slipway.base.fleet.Refusal;
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
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Builds the Bootloader's zips: its jar, a launcher, {@code bootloader.properties} stamped for a tenant; those for
 * migration
 * with import instructions besides. The properties can be edited after export: host and port, or the alias.
 */
public final class BootloaderPackages implements Packages {
    private static final String TOP = "slipway-bootloader/";
    private static final Set<String> RUNNABLE = Set.of(TOP + "bootloader");

    /** What each platform's package holds besides the jar and the properties. */
    private static final SortedMap<String, List<String>> FILES = new TreeMap<>(Map.of(
            "java", List.of("README.txt", "bootloader", "bootloader.cmd"),
            "linux",
                    List.of(
                            "README.txt",
                            "bootloader",
                            "slipway-activation.xml",
                            "slipway-bootloader.desktop",
                            "slipway-bootloader.service"),
            "macos", List.of("README.txt", "bootloader"),
            "windows", List.of("README.txt", "bootloader.cmd")));

    private final Path jar;
    private final Path launchers;
    private final Path directory;

    /** From the Bootloader's jar and what stands beside it; what is built is kept in {@code directory}. */
    public BootloaderPackages(Path jar, Path launchers, Path directory) {
        this.jar = jar;
        this.launchers = launchers;
        this.directory = directory;
    }

    /** From a source tree or an unpacked release at {@code home}. */
    public static BootloaderPackages below(Path home, Path directory) {
        Path bootloader = home.resolve("bootloader");
        return new BootloaderPackages(
                bootloader.resolve("target").resolve("bootloader.jar"),
                bootloader.resolve("src").resolve("main").resolve("dist"),
                directory);
    }

    @Override
    public List<SitePackage> of(Stamp stamp) {
        if (!Files.isReadable(jar)) {
            throw new Refusal("packages.missing", "The Bootloader is not beside the server: build it, then ask again.");
        }
        var made = new ArrayList<SitePackage>();
        try {
            for (Kind kind : Kind.values()) {
                for (String platform : FILES.keySet()) {
                    made.add(kept(kind, platform, ZipBytes.of(files(kind, platform, stamp), RUNNABLE)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the packages cannot be made from " + jar, e);
        }
        return List.copyOf(made);
    }

    private Map<String, byte[]> files(Kind kind, String platform, Stamp stamp) throws IOException {
        var files = new TreeMap<String, byte[]>();
        files.put(TOP + "bootloader.jar", Files.readAllBytes(jar));
        files.put(TOP + "bootloader.properties", stamp.properties().getBytes(StandardCharsets.UTF_8));
        for (String name : FILES.getOrDefault(platform, List.of())) {
            files.put(TOP + name, launcher(name));
        }
        if (kind == Kind.MIGRATION) {
            files.put("IMPORT.txt", instructions());
        }
        return files;
    }

    /** Windows reads a script with labels right only when its lines end in CR and LF. */
    private byte[] launcher(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(launchers.resolve(name));
        return name.endsWith(".cmd")
                ? new String(bytes, StandardCharsets.UTF_8)
                        .replaceAll("\\r?\\n", "\r\n")
                        .getBytes(StandardCharsets.UTF_8)
                : bytes;
    }

    private static byte[] instructions() throws IOException {
        try (InputStream bytes = BootloaderPackages.class.getResourceAsStream("IMPORT.txt")) {
            return Objects.requireNonNull(bytes).readAllBytes();
        }
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

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
