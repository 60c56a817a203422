/**
 * Makes the device what its bundle says, or leaves it as it was.
 *
 * <p>Comes in: the state, a verified bundle, the files of its artifacts. Goes out: applications in their directories,
 * their settings, and the state that says so. Spec: DESIGN.md section 8.5. Never: anything that no verified bundle
 * named; the network. Read {@link dev.slipway.bootloader.install.Plan},
 * {@code Installer} and {@code Slot} first.
 */
@NullMarked
package dev.slipway.bootloader.install;

import org.jspecify.annotations.NullMarked;
