package dev.slipway.app.story;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Packs a directory as a person would: {@code tar -czf}. */
final class Tarball {
    private Tarball() {}

    /** The content of {@code directory} as {@code archive}. */
    static Path of(Path directory, Path archive) {
        try {
            Process tar = new ProcessBuilder("tar", "-czf", archive.toString(), "-C", directory.toString(), ".")
                    .redirectErrorStream(true)
                    .start();
            if (!tar.waitFor(60, TimeUnit.SECONDS) || tar.exitValue() != 0) {
                throw new StoryFailed("tar could not pack " + directory);
            }
            return archive;
        } catch (IOException e) {
            throw new StoryFailed("tar is missing on this machine", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryFailed("interrupted", e);
        }
    }
}
