/**
 * The Bootloader's own directory: the only place it writes to, unless an artifact needs more.
 *
 * <p>Comes in: what must outlive a crash. Goes out: the same after a crash, or what stood before; never half of it.
 * Every file is written beside its place, synced, renamed, and its directory synced (DESIGN.md section 8, issue 2
 * bullet 7). Never: the network, a person. Read {@link dev.slipway.bootloader.home.Home},
 * {@link dev.slipway.bootloader.home.State} and {@link dev.slipway.bootloader.home.ReportQueue} first.
 */
@NullMarked
package dev.slipway.bootloader.home;

import org.jspecify.annotations.NullMarked;
