/**
 * Bodies of requests that are longer than memory.
 *
 * <p>Comes in: a request on its event loop. Goes out: a stream for a thread that may wait. Never: more than a few
 * pieces held at once.
 * Read first: {@link dev.slipway.admin.api.upload.Upload}.
 */
@NullMarked
package dev.slipway.admin.api.upload;

import org.jspecify.annotations.NullMarked;
