/**
 * Artifact bytes as files, named by their content.
 *
 * <p>In: streams of bytes. Out: digests and paths. FIPS 180-4 for the names; rename(2) and fsync(2) for the promise
 * that
 * a name means complete bytes on disk. Never here: who may read an artifact, or what it is. Read first:
 * {@link dev.slipway.base.fleet.software.ArtifactBytes}, {@link ArtifactFiles}, {@link Incoming}.
 */
@NullMarked
package dev.slipway.base.store.files;

import org.jspecify.annotations.NullMarked;
