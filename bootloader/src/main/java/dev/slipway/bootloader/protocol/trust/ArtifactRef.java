package dev.slipway.bootloader.protocol.trust;

import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.JsonObject;
import dev.slipway.bootloader.protocol.json.Words;

/**
 * One file by its content.
 *
 * @param sha256 64 lower-case hexadecimal digits
 * @param length bytes, 0 to 64 GiB
 * @param kind how it is installed
 * @param mediaType such as {@code application/gzip}
 */
public record ArtifactRef(String sha256, long length, Kind kind, String mediaType) {
    /** A larger artifact is a mistake; the device compares its free space with the length in any case. */
    public static final long LENGTH_MAX = 64L << 30;

    private static final int MEDIA_TYPE_MAX = 128;

    /** How an artifact is installed. */
    public enum Kind {
        /** An archive that is unpacked into the application's own directory. */
        FILES,
        /** An archive with a script {@code install} that is run, with a time limit. */
        EXEC,
        /** A Debian package. */
        DEB
    }

    public ArtifactRef {
        Sha256.requireHex(sha256);
        if (length < 0 || length > LENGTH_MAX || mediaType.isEmpty() || mediaType.length() > MEDIA_TYPE_MAX) {
            throw new IllegalArgumentException("an artifact has 0 to 64 GiB and a media type");
        }
    }

    static ArtifactRef from(JsonAt at) {
        return at.read(
                "an artifact",
                () -> new ArtifactRef(
                        at.get("sha256").text(),
                        at.get("length").whole(),
                        at.get("kind").choice(Kind.class),
                        at.get("media_type").text()));
    }

    JsonObject toJson() {
        return JsonObject.EMPTY
                .with("sha256", sha256)
                .with("length", length)
                .with("kind", Words.of(kind))
                .with("media_type", mediaType);
    }
}
