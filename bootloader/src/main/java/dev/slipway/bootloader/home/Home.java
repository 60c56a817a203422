package dev.slipway.bootloader.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where everything lies.
 *
 * @param directory its root, readable by its owner only
 */
public record Home(Path directory) {

    /** The directory of the kind of machine and person: root's, Windows', or any other user's. */
    public static Home usual(Map<String, String> environment, String osName, String userName, Path userHome) {
        if (osName.toLowerCase(Locale.ROOT).contains("windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", userHome + "\\AppData\\Local");
            return new Home(Path.of(local).resolve("slipway-bootloader"));
        }
        if (userName.equals("root")) {
            return new Home(Path.of("/var/lib/slipway-bootloader"));
        }
        return new Home(userHome.resolve(".local/share/slipway-bootloader"));
    }

    /** Makes the directory, if it is not there. */
    public void create() throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
            Durable.ownerOnly(directory);
        }
        Files.createDirectories(downloads());
        Files.createDirectories(applications());
    }

    /** One file a content, named by its SHA-256; {@code .part} while it is fetched. */
    public Path downloads() {
        return directory.resolve("downloads");
    }

    /** One directory an application. */
    public Path applications() {
        return directory.resolve("apps");
    }

    /** What scripts printed. */
    public Path log() {
        return directory.resolve("install.log");
    }

    /** The token that the portal knows this device by. */
    public Optional<String> token() throws IOException {
        return Files.exists(tokenFile())
                ? Optional.of(
                        Files.readString(tokenFile(), StandardCharsets.UTF_8).strip())
                : Optional.empty();
    }

    /** Keeps the token, readable by its owner only. */
    public void keepToken(String token) throws IOException {
        Durable.replace(tokenFile(), token.getBytes(StandardCharsets.UTF_8));
    }

    /** Forgets the token. */
    public void dropToken() throws IOException {
        Files.deleteIfExists(tokenFile());
        Durable.syncDirectory(directory);
    }

    Path stateFile() {
        return directory.resolve("state.json");
    }

    Path reportFile() {
        return directory.resolve("reports.jsonl");
    }

    Path lockFile() {
        return directory.resolve("lock");
    }

    private Path tokenFile() {
        return directory.resolve("token");
    }
}
