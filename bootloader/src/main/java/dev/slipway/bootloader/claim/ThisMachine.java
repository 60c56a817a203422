package dev.slipway.bootloader.claim;

import dev.slipway.bootloader.home.Durable;
import dev.slipway.bootloader.protocol.DeviceClaim;
import dev.slipway.bootloader.protocol.trust.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Gathers the claim.
 *
 * @param root of the file system, {@code /} outside tests
 * @param system {@code os.name}, {@code os.arch}, {@code os.version} and their like
 * @param directory the Bootloader's own, where a drawn identity is kept when the machine has none
 * @param chance draws that identity
 */
public record ThisMachine(Path root, Properties system, Path directory, RandomGenerator chance) {
    private static final int WORD_CHARACTERS_MAX = 256;
    /** Bytes of a descriptive file that are looked at. */
    private static final int FILE_BYTES_MAX = 16 << 10;

    private static final int IDENTITY_BYTES = 16;

    /** The claim of a Bootloader of that version. */
    public DeviceClaim claim(String bootloaderVersion) throws IOException {
        var identifiers = new TreeMap<String, List<String>>();
        identifiers.put("machine", List.of(identity()));
        List<String> macs = NetworkCards.addresses();
        if (!macs.isEmpty()) {
            identifiers.put("mac", macs);
        }
        return new DeviceClaim(
                runningSystem(),
                new DeviceClaim.Machine(board("sys_vendor"), board("product_name"), board("product_serial")),
                identifiers,
                Files.getFileStore(directory).getUsableSpace(),
                bootloaderVersion);
    }

    private DeviceClaim.RunningSystem runningSystem() {
        Map<String, String> release = osRelease();
        return new DeviceClaim.RunningSystem(
                platform(),
                architecture(),
                release.getOrDefault("ID", property("os.name")),
                release.getOrDefault("VERSION_ID", property("os.version")));
    }

    private String platform() {
        String name = property("os.name").toLowerCase(Locale.ROOT);
        if (name.contains("windows")) {
            return "windows";
        }
        return name.contains("mac") ? "macos" : name;
    }

    private String architecture() {
        String name = property("os.arch");
        return switch (name) {
            case "amd64", "x64" -> "x86_64";
            case "arm64" -> "aarch64";
            default -> name;
        };
    }

    /** {@code os-release} (freedesktop.org): {@code ID=debian}, {@code VERSION_ID="12"}. */
    private Map<String, String> osRelease() {
        var values = new TreeMap<String, String>();
        text("etc/os-release").orElse("").lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(
                        line.substring(0, equals),
                        shortened(line.substring(equals + 1).replace("\"", "")));
            }
        });
        return values;
    }

    private String board(String name) {
        return text("sys/class/dmi/id/" + name)
                .map(String::strip)
                .map(ThisMachine::shortened)
                .orElse("");
    }

    /** A hash, because machine-id(5) asks not to show the identifier itself to a network. */
    private String identity() throws IOException {
        Optional<String> machine = text("etc/machine-id").map(String::strip).filter(id -> !id.isEmpty());
        if (machine.isPresent()) {
            return Sha256.hex(("slipway " + machine.get()).getBytes(StandardCharsets.UTF_8));
        }
        Path kept = directory.resolve("identity");
        if (!Files.exists(kept)) {
            byte[] drawn = new byte[IDENTITY_BYTES];
            chance.nextBytes(drawn);
            Durable.replace(kept, Sha256.hex(drawn).getBytes(StandardCharsets.US_ASCII));
        }
        return Files.readString(kept, StandardCharsets.US_ASCII).strip();
    }

    private Optional<String> text(String path) {
        Path file = root.resolve(path);
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try (var stream = Files.newInputStream(file)) {
            return Optional.of(new String(stream.readNBytes(FILE_BYTES_MAX), StandardCharsets.UTF_8));
        } catch (IOException e) {
            System.getLogger("dev.slipway.bootloader.claim")
                    .log(System.Logger.Level.DEBUG, "claim.unreadable file={0} cause={1}", file, e.getMessage());
            return Optional.empty();
        }
    }

    private String property(String name) {
        return shortened(system.getProperty(name, ""));
    }

    private static String shortened(String word) {
        return word.length() <= WORD_CHARACTERS_MAX ? word : word.substring(0, WORD_CHARACTERS_MAX);
    }
}
