/**
 * Why a device got what it got, or nothing (DESIGN section 5, {@code request_log}).
 *
 * <p>Comes in: what a door decided about each request. Goes out: the last decisions about one device, also those of
 * before a restart, the newest claims that nobody knew, and a warning when one network tries many identifiers.
 * Never: an address, a secret; a ban: a phone that asks before it was entered is no attack.
 * Read first: {@link dev.slipway.core.enroll.requests.RequestLog},
 * {@link dev.slipway.core.enroll.requests.RequestHistory}, {@link dev.slipway.core.enroll.requests.Decision}.
 */
@NullMarked
package dev.slipway.core.enroll.requests;

import org.jspecify.annotations.NullMarked;
