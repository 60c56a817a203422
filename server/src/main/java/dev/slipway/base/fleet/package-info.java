/**
 * The facts of the house: what outlives a restart, as records, and the small interfaces through which they are kept.
 *
 * <p>In: records complete at birth. Out: the same records, and {@link Refusal}s where a rule is broken. No outside
 * specification; DESIGN.md section 5 names the facts. Never here: SQL, files, HTTP, a protocol's words. Read first:
 * {@link Refusal}, {@link Secret}, {@link ArtifactBytes}.
 */
@NullMarked
package dev.slipway.base.fleet;

import org.jspecify.annotations.NullMarked;
