/**
 * Configuration profiles for iPhone, iPad and Mac (Apple, Device Management: Configuration Profile Reference).
 *
 * <p>Comes in: what a device must have. Goes out: one property list. A device fetches it once, when a person opens it,
 * and never asks again: what changes later reaches it by a new activation.
 * Read first: {@link dev.slipway.door.phone.apple.AppleProfile}.
 */
@NullMarked
package dev.slipway.door.phone.apple;

import org.jspecify.annotations.NullMarked;
