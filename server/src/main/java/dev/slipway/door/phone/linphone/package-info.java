/**
 * Remote provisioning of Linphone: one XML file that changes its configuration.
 *
 * <p>Comes in: what a device must have. Goes out: {@code <config>} of {@code lpconfig.xsd}. Source: Belledonne
 * Communications, remote provisioning; behaviour of version 5.1.65 as measured: it follows no redirect, answers no 401,
 * reads the answer only with 200, fetches at every start, and sends no If-None-Match. Never: a password in clear, since
 * a
 * stale {@code ha1} beats a new {@code passwd}.
 * Read first: {@link dev.slipway.door.phone.linphone.LinphoneConfig}.
 */
@NullMarked
package dev.slipway.door.phone.linphone;

import org.jspecify.annotations.NullMarked;
