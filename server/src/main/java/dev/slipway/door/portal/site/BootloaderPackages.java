package dev.slipway.door.portal.site;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.wire.data.DataFile;
import dev.slipway.door.portal.site.SitePackage.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Builds the Bootloader's packages: its jar, a launcher, {@code bootloader.properties} stamped for a tenant, as zips
 * for every platform and as a Debian package; those for migration with import instructions besides; and for the
 * platform of this server one with the runtime image that the build linked. The properties can be edited after export:
 * host and port, or the alias.
 */
public final class BootloaderPackages implements Packages {
    private static final String TOP = "slipway-bootloader/";
    private static final String LINUX = "linux";
    private static final Set<String> RUNNABLE = Set.of(TOP + "bootloader");

    /** What each platform's package holds besides the jar and the properties. */
    private static final SortedMap<String, List<String>> FILES = new TreeMap<>(Map.of(
            "java",
            List.of("README.txt", "bootloader", "bootloader.cmd"),
            LINUX,
            List.of(
                    "README.txt",
                    "bootloader",
                    "slipway-activation.xml",
                    "slipway-bootloader.desktop",
                    "slipway-bootloader.service"),
            "macos",
            List.of("README.txt", "bootloader"),
            "windows",
            List.of("README.txt", "bootloader.cmd")));

    private final Path jar;
    private final Path launchers;
    private final Path directory;

    /**
     * From the Bootloader's jar, what stands beside it ({@code runtime-linux.zip}, if there is one), and its launchers;
     * what is built is kept in {@code directory}.
     */
    public BootloaderPackages(Path jar, Path launchers, Path directory) {
        this.jar = jar;
        this.launchers = launchers;
        this.directory = directory;
    }

    /**
     * From a source tree or an unpacked release at {@code home}. What an earlier start left in {@code directory} is
     * removed: an older Bootloader's packages are offered by nobody.
     */
    public static BootloaderPackages below(Path home, Path directory) {
        Path bootloader = home.resolve("bootloader");
        empty(directory);
        return new BootloaderPackages(
                bootloader.resolve("target").resolve("bootloader.jar"),
                bootloader.resolve("src").resolve("main").resolve("dist"),
                directory);
    }

    private static void empty(Path directory) {
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the packages of an earlier start stay in " + directory, e);
            }
        }
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
                    made.add(kept(kind, platform, "zip", zip(files(kind, platform, stamp))));
                }
            }
            made.add(kept(Kind.BOOTLOADER, LINUX, "deb", deb(stamp)));
            Optional<RuntimeZip> runtime = RuntimeZip.find(jar.resolveSibling("runtime-linux.zip"));
            if (runtime.isPresent()) {
                made.add(kept(Kind.BOOTLOADER, runtime.get().platform(), "zip", withRuntime(runtime.get(), stamp)));
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
            files.put("IMPORT.txt", DataFile.bytes(BootloaderPackages.class, "IMPORT.txt"));
        }
        return files;
    }

    private static Written zip(Map<String, byte[]> files) {
        return file -> Files.write(file, ZipBytes.of(files, RUNNABLE));
    }

    private Written withRuntime(RuntimeZip runtime, Stamp stamp) throws IOException {
        byte[] ours = ZipBytes.of(files(Kind.BOOTLOADER, LINUX, stamp), RUNNABLE);
        return file -> ZipJoin.write(runtime.file(), ours, file);
    }

    private Written deb(Stamp stamp) throws IOException {
        var files = new TreeMap<String, byte[]>();
        files(Kind.BOOTLOADER, LINUX, stamp).forEach((name, bytes) -> files.put(name.substring(TOP.length()), bytes));
        byte[] deb = new DebPackage(version(), stamp, files).toBytes();
        return file -> Files.write(file, deb);
    }

    private String version() throws IOException {
        try (var program = new JarFile(jar.toFile())) {
            return Optional.ofNullable(program.getManifest())
                    .map(manifest -> manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION))
                    .orElse("0");
        }
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

    @FunctionalInterface
    private interface Written {
        void to(Path file) throws IOException;
    }

    /** Kept under its hash, so that two stamps never meet and a name always means the same bytes. */
    private SitePackage kept(Kind kind, String platform, String ending, Written written) throws IOException {
        Files.createDirectories(directory);
        Path fresh = Files.createTempFile(directory, ".new", "." + ending);
        written.to(fresh);
        String sha256 = sha256(fresh);
        Path file = directory.resolve(sha256 + "." + ending);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        String what = kind == Kind.BOOTLOADER ? "bootloader" : "migration";
        String name = "slipway-" + what + "-" + platform + "." + ending;
        return new SitePackage(kind, platform, name, file, Files.size(file), sha256);
    }

    private static String sha256(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
