package dev.slipway.core.bundle;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.software.Artifact;
import dev.slipway.base.fleet.software.ArtifactBytes;
import dev.slipway.base.fleet.software.ReleaseArtifact;
import dev.slipway.bootloader.protocol.archive.ArchiveLimits;
import dev.slipway.bootloader.protocol.archive.ArchiveReader;
import dev.slipway.bootloader.protocol.archive.ArchiveRefused;
import dev.slipway.bootloader.protocol.archive.ArchiveSummary;
import dev.slipway.bootloader.protocol.trust.ArtifactRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks into what was uploaded, so that nothing is published that a device could not install. */
final class ArtifactInspection {
    private static final int FILE_NAME_MAX = 255;

    /** What the Bootloader runs of an archive of kind {@code exec}. */
    private static final String SCRIPT = "install";

    private final ArtifactBytes bytes;

    ArtifactInspection(ArtifactBytes bytes) {
        this.bytes = bytes;
    }

    /**
     * The artifact for a target; refuses {@code artifact.unknown}, {@code artifact.name}, {@code release.kind} and
     * others.
     */
    ReleaseArtifact inspect(String target, Publication.Upload upload) {
        Path file = bytes.find(upload.sha256())
                .orElseThrow(() -> new Refusal(
                        "artifact.unknown", "The file for " + target + " is not here: upload it, then publish."));
        requireFileName(upload.fileName());
        switch (kind(upload.kind())) {
            case DEB -> DebFile.require(file, upload.fileName());
            case FILES -> archive(file);
            case EXEC -> requireScript(archive(file));
        }
        var artifact = new Artifact(upload.sha256(), length(file), upload.mediaType(), upload.fileName());
        return new ReleaseArtifact(target, upload.kind(), artifact);
    }

    /** The same rules and limits as the device's own (archive codes of the Bootloader protocol). */
    private static ArchiveSummary archive(Path file) {
        try {
            return ArchiveReader.inspect(file, ArchiveLimits.APPLICATION);
        } catch (ArchiveRefused refused) {
            String sentence = String.valueOf(refused.getMessage()).replaceFirst("^[a-z.-]+: ", "");
            throw new Refusal(refused.code(), sentence);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireScript(ArchiveSummary archive) {
        if (archive.files().stream().noneMatch(packed -> packed.path().equals(SCRIPT))) {
            throw new Refusal("archive.no-script", "An archive of kind exec holds a script named install: add it.");
        }
    }

    static ArtifactRef.Kind kind(String word) {
        Optional<ArtifactRef.Kind> kind = Stream.of(ArtifactRef.Kind.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
        return kind.orElseThrow(
                () -> new Refusal("release.kind", "An artifact is files, exec or deb, not " + word + "."));
    }

    private static void requireFileName(String name) {
        boolean isPath = name.chars().anyMatch(c -> c == '/' || c == '\\' || c < ' ') || name.startsWith(".");
        if (name.isBlank() || name.length() > FILE_NAME_MAX || isPath) {
            throw new Refusal("artifact.name", "A file name has 1 to 255 characters and is no path: " + name);
        }
    }

    private static long length(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
