package dev.slipway.door.portal;

import dev.slipway.base.fleet.Bytes;

/**
 * Step one, identify, of a poll: what it claims, and no more than memory needs to answer it.
 *
 * @param tokenSha256 of the token it shows
 * @param ifNoneMatch the field as sent, empty text when there was none
 * @param address from which it came
 * @param userAgent as its program calls itself, empty text when it does not
 */
record Poll(Bytes tokenSha256, String ifNoneMatch, String address, String userAgent) {}
