package dev.slipway.door.portal.site;

import java.nio.file.Path;

/**
 * A file to download.
 *
 * @param name of the file, as saved
 * @param platform it is for
 * @param length bytes
 * @param sha256 64 hex digits
 */
public record SitePackage(Kind kind, String platform, String name, Path file, long length, String sha256) {
    /** As the registry of media types names it; Debian's is its own ({@code /etc/mime.types}). */
    String mediaType() {
        return isDebian() ? "application/vnd.debian.binary-package" : "application/zip";
    }

    /** Whether a package manager installs it. */
    boolean isDebian() {
        return name.endsWith(".deb");
    }

    /** What it is for. */
    public enum Kind {
        /** Starts on a device that has nothing. */
        BOOTLOADER,
        /** Is given to an older system to be brought to its devices. */
        MIGRATION
    }
}
