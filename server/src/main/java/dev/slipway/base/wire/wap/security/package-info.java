/**
 * What makes a phone believe a provisioning document: a code over its bytes under a secret that only the two know
 * (OMA-WAP-ProvBoot v1.1, section 6).
 *
 * <p>Comes in: the bytes of a document, an IMSI, a PIN. Goes out: SEC and MAC, or the PIN that a person types in.
 * Never: a secret in a text, a comparison whose time tells where it ended.
 * Read first: {@link dev.slipway.base.wire.wap.security.SharedSecret}, {@link dev.slipway.base.wire.wap.security.Pin}.
 */
@NullMarked
package dev.slipway.base.wire.wap.security;

import org.jspecify.annotations.NullMarked;
