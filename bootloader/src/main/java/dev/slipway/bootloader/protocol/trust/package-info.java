/**
 * What is signed, by whom, and what a device believes.
 *
 * <p>In: envelopes in the format of TUF 1.0.34 (sections 4.2 and 4.3), the fingerprint of a message, a device's memory
 * and the present instant. Out: a trusted root, a TLS statement, a verified bundle, or
 * {@link dev.slipway.bootloader.protocol.trust.TrustRefused} with a stable code. Signing for the server stands beside
 * it.
 *
 * <p>Never: a key that the root does not name, a clock of its own, input or output.
 *
 * <p>Read first: {@link dev.slipway.bootloader.protocol.trust.Envelope}, {@link
 * dev.slipway.bootloader.protocol.trust.RootChain}, {@link dev.slipway.bootloader.protocol.trust.BundleCheck}.
 */
@NullMarked
package dev.slipway.bootloader.protocol.trust;

import org.jspecify.annotations.NullMarked;
