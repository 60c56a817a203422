/**
 * Who calls: the address, and certificates that callers show of themselves (RFC 5280; RFC 8446, section 4.3.2).
 *
 * <p>Comes in: the authorities of the configuration, and what a caller showed at its handshake. Goes out: that
 * certificate, with the doubt about it. A caller is asked and need not have one; no handshake fails by what it shows,
 * so that a device whose maker is not configured comes in as before. Never: a certificate of an unknown authority, or
 * one that is over, without doubt.
 * Read first: {@link dev.slipway.base.http.clients.ClientAuthorities},
 * {@link dev.slipway.base.http.clients.ClientCertificate}.
 */
@NullMarked
package dev.slipway.base.http.clients;

import org.jspecify.annotations.NullMarked;
