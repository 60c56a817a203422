package dev.slipway.bootloader.install;

import dev.slipway.bootloader.outcome.Exit;
import dev.slipway.bootloader.outcome.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Debian packages, through the machine's own {@code dpkg}: the one kind of artifact that needs rights beyond the
 * Bootloader's directory.
 */
final class Debs {
    private static final int OUTPUT_BYTES_MAX = 4096;

    private final Scripts scripts;
    private final Path directory;
    private final List<String> dpkg;
    private final boolean allowed;

    /** Runs {@code dpkg} with its leading options; {@code allowed} says whether this user may. */
    Debs(Scripts scripts, Path directory, List<String> dpkg, boolean allowed) {
        this.scripts = scripts;
        this.directory = directory;
        this.dpkg = List.copyOf(dpkg);
        this.allowed = allowed;
    }

    /** Refuses with {@code install.needs-root} unless this user may install packages. */
    void requireRights() {
        if (!allowed) {
            throw new Refusal(
                    "install.needs-root",
                    "A Debian package needs root; run the Bootloader's service as root, or have the release"
                            + " published as files.",
                    Exit.NOT_ALLOWED);
        }
    }

    void install(Path deb) throws IOException {
        requireRights();
        scripts.run(command("-i", deb.toString()), directory, Map.of());
    }

    void remove(String name) throws IOException {
        requireRights();
        scripts.run(command("-r", name), directory, Map.of());
    }

    /** Whether a package of that name is installed. */
    boolean isInstalled(String name) throws IOException {
        return output(command("-s", name)).contains("Status: install ok installed");
    }

    /** The name of the package in the file. */
    String nameOf(Path deb) throws IOException {
        String name =
                output(List.of("dpkg-deb", "-f", deb.toString(), "Package")).strip();
        if (!name.matches("[a-z0-9][a-z0-9+.-]+")) {
            throw Refusal.check("install.no-deb", deb.getFileName() + " is no Debian package; publish it again.");
        }
        return name;
    }

    private List<String> command(String option, String argument) {
        var command = new ArrayList<>(dpkg);
        command.add(option);
        command.add(argument);
        return command;
    }

    private static String output(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        try (var in = process.getInputStream()) {
            return new String(in.readNBytes(OUTPUT_BYTES_MAX), StandardCharsets.UTF_8);
        }
    }
}
