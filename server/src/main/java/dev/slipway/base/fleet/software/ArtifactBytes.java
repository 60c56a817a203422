package dev.slipway.base.fleet.software;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The bytes of artifacts, outside the database, found by their hash.
 */
public interface ArtifactBytes {
    /** Keeps all of it, durably, before it returns; more than {@code lengthMax} is {@code artifact.too-large}. */
    Stored put(InputStream bytes, long lengthMax) throws IOException;

    /** The file with these bytes. */
    Optional<Path> find(String sha256);

    /** Hash (hex) and length of what was kept. */
    record Stored(String sha256, long length) {}
}
