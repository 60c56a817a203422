/**
 * The program on the device: it logs on, removes the earlier client, installs the bundle, reports, and asks again.
 *
 * <p>In: the text message that the user received, the answers of the portal. Out: installed applications and settings,
 * and reports about them.
 *
 * <p>Never: names a library outside the JDK, or anything of the server.
 *
 * <p>Read first: {@link dev.slipway.bootloader.Bootloader}.
 */
@NullMarked
package dev.slipway.bootloader;

import org.jspecify.annotations.NullMarked;
