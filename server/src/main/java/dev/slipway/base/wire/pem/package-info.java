/**
 * Certificates as text (RFC 7468).
 *
 * <p>Comes in: what an administrator entered. Goes out: the certificates one by one, or nothing when there is anything
 * else in it, such as a private key. Never: a judgment whom to trust.
 * Read first: {@link dev.slipway.base.wire.pem.PemCertificates}.
 */
@NullMarked
package dev.slipway.base.wire.pem;

import org.jspecify.annotations.NullMarked;
