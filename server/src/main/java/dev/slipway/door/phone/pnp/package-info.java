/**
 * Phones that are new on the network and ask it for their server (SIP PnP: RFC 6080, event {@code ua-profile}, as
 * makers
 * do it), and phones that are asked to fetch now ({@code check-sync}).
 *
 * <p>Comes in: a SUBSCRIBE on a named interface; a call to wake devices. Goes out: 200 and NOTIFY with a bootstrap
 * address, for a device that is expected and for no other; NOTIFY {@code check-sync}, and what was answered. Never: an
 * answer to an unknown caller, not even a refusal; a setting, a registration, a call.
 * Read first: {@link dev.slipway.door.phone.pnp.PnpResponder}, {@link dev.slipway.door.phone.pnp.PnpAnswers},
 * {@link dev.slipway.door.phone.pnp.CheckSync}.
 */
@NullMarked
package dev.slipway.door.phone.pnp;

import org.jspecify.annotations.NullMarked;
