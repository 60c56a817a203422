/**
 * Which platform a browser runs on, and what each platform gets.
 *
 * <p>Comes in: what a browser says of itself. Goes out: one of the platforms of {@code platforms.json}. Never: a page.
 * Read first: {@link dev.slipway.core.enroll.platform.Platforms}.
 */
@NullMarked
package dev.slipway.core.enroll.platform;

import org.jspecify.annotations.NullMarked;
