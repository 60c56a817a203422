package dev.slipway.bootloader.contact;

import dev.slipway.bootloader.portal.Line;
import dev.slipway.bootloader.protocol.ServerDescription;
import dev.slipway.bootloader.protocol.trust.KeyFingerprint;
import dev.slipway.bootloader.protocol.trust.TrustedRoot;
import java.util.Optional;

/**
 * A server that proved its identity.
 *
 * @param server what it says about itself
 * @param root what its documents are checked against from now on
 * @param key by which it was known; empty when its certificate is publicly valid
 * @param line on which secrets may be sent: every connection proves the same again
 */
record Met(ServerDescription server, TrustedRoot root, Optional<KeyFingerprint> key, Line line) {}
