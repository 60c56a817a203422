/**
 * Bytes with their signature around them (CMS, RFC 5652).
 *
 * <p>Comes in: bytes, a key and its certificates. Goes out: SignedData. Never: a file read.
 * Read first: {@link dev.slipway.base.wire.cms.SignedBytes}.
 */
@NullMarked
package dev.slipway.base.wire.cms;

import org.jspecify.annotations.NullMarked;
