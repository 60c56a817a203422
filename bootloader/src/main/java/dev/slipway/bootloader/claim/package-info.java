/**
 * What this machine says about itself (DESIGN.md section 8.3).
 *
 * <p>Comes in: system properties and files that anybody may read. Goes out: a
 * {@link dev.slipway.bootloader.protocol.DeviceClaim}. Never: asks for rights, or sends the machine's own identifier,
 * only a hash of it. Read {@link dev.slipway.bootloader.claim.ThisMachine} first.
 */
@NullMarked
package dev.slipway.bootloader.claim;

import org.jspecify.annotations.NullMarked;
