package dev.slipway.bootloader.protocol;

import dev.slipway.bootloader.protocol.json.Json;
import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a device says about itself before anybody believes it. A word it does not know is empty.
 *
 * @param system what it runs
 * @param machine what it is
 * @param identifiers by kind ({@code mac}, {@code uuid}, ...), at most 16 kinds of at most 32 each
 * @param freeBytes space in the Bootloader's own directory
 * @param bootloaderVersion of the program that asks
 */
public record DeviceClaim(
        RunningSystem system,
        Machine machine,
        Map<String, List<String>> identifiers,
        long freeBytes,
        String bootloaderVersion) {
    private static final int WORD_MAX = 256;
    private static final int KINDS_MAX = 16;
    private static final int IDENTIFIERS_MAX = 32;

    /**
     * What a device runs.
     *
     * @param platform {@code linux}, {@code windows}, {@code macos} ...
     * @param architecture {@code x86_64}, {@code aarch64} ...
     * @param os name of the distribution or edition
     * @param osVersion its version
     */
    public record RunningSystem(String platform, String architecture, String os, String osVersion) {
        public RunningSystem {
            requireShort(platform, architecture, os, osVersion);
        }
    }

    /**
     * What a device is.
     *
     * @param maker who built it
     * @param model the maker's name for it
     * @param serial the maker's number
     */
    public record Machine(String maker, String model, String serial) {
        public Machine {
            requireShort(maker, model, serial);
        }
    }

    public DeviceClaim {
        var copy = new TreeMap<String, List<String>>();
        identifiers.forEach((kind, values) -> copy.put(kind, List.copyOf(values)));
        identifiers = java.util.Collections.unmodifiableMap(copy);
        requireShort(bootloaderVersion);
        identifiers.keySet().forEach(DeviceClaim::requireShort);
        identifiers.values().forEach(values -> values.forEach(DeviceClaim::requireShort));
        boolean many = identifiers.values().stream().anyMatch(values -> values.size() > IDENTIFIERS_MAX);
        if (many || identifiers.size() > KINDS_MAX || freeBytes < 0) {
            throw new IllegalArgumentException(
                    "a claim has at most 16 kinds of 32 identifiers and 0 free bytes or more");
        }
    }

    private static void requireShort(String... words) {
        if (Stream.of(words).anyMatch(word -> word.length() > WORD_MAX)) {
            throw new IllegalArgumentException("a word of a claim has at most " + WORD_MAX + " characters");
        }
    }

    /** The claim in a document. */
    public static DeviceClaim from(JsonAt at) {
        return at.read(
                "a claim",
                () -> new DeviceClaim(
                        new RunningSystem(
                                word(at, "platform"), word(at, "architecture"), word(at, "os"), word(at, "os_version")),
                        new Machine(word(at, "maker"), word(at, "model"), word(at, "serial")),
                        at.get("identifiers").map(kind -> kind.list(JsonAt::text)),
                        at.get("free_bytes").whole(),
                        word(at, "bootloader_version")));
    }

    private static String word(JsonAt at, String name) {
        return at.find(name).map(JsonAt::text).orElse("");
    }

    /** The claim as a document holds it. */
    public JsonObject toJson() {
        var kinds = new LinkedHashMap<String, Json>();
        identifiers.forEach((kind, values) -> kinds.put(kind, Json.texts(values)));
        return JsonObject.EMPTY
                .with("platform", system.platform())
                .with("architecture", system.architecture())
                .with("os", system.os())
                .with("os_version", system.osVersion())
                .with("maker", machine.maker())
                .with("model", machine.model())
                .with("serial", machine.serial())
                .with("identifiers", JsonObject.of(kinds))
                .with("free_bytes", freeBytes)
                .with("bootloader_version", bootloaderVersion);
    }
}
