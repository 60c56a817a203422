package dev.slipway.base.fleet.software;

import dev.slipway.base.fleet.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The bytes of artifacts, addressed by their content. A row may refer to bytes only after {@link #put} has returned,
 * and within the grace age of {@link #removeUnreferenced}: so no row is ever without its bytes (DESIGN.md section 5).
 */
public interface ArtifactBytes {
    /**
     * Keeps a stream's bytes. When this returns they survive a power cut; when it throws nothing is kept.
     * Bytes that are there already are kept once and count as new.
     *
     * @param lengthMax in bytes; a stream of exactly that length passes
     * @throws Refusal {@code artifact.too-large}, {@code artifact.no-space}
     * @throws IOException the stream failed, or the disk for another reason than being full
     */
    ArtifactDigest put(InputStream bytes, long lengthMax) throws IOException;

    /**
     * As {@link #put(InputStream, long)}, for bytes whose digest was announced.
     *
     * @throws Refusal also {@code artifact.changed}: other bytes than announced
     */
    void put(InputStream bytes, ArtifactDigest announced) throws IOException;

    /** The file that holds the bytes, to be read only; empty for an unknown hash and for what is no hash. */
    Optional<Path> find(String sha256);

    /**
     * Removes what no row refers to and what was put longer ago than the grace age.
     *
     * @param referenced asked once per hash; must see every committed row
     * @param grace longer than any time between a put and the commit of its row; a day is usual
     * @return how many artifacts were removed
     */
    int removeUnreferenced(Predicate<String> referenced, Duration grace);
}
