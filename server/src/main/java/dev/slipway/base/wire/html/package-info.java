/**
 * HTML written by hand, escaped by construction.
 *
 * <p>Comes in: names that the code wrote, and text that anybody wrote. Goes out: markup in which that text is text and
 * nothing else (HTML Living Standard, section 13.3). Never: markup from outside, scripts, addresses other than http,
 * https
 * and relative ones. Read first: {@link dev.slipway.base.wire.html.Html}, {@link dev.slipway.base.wire.html.Tag}.
 */
@NullMarked
package dev.slipway.base.wire.html;

import org.jspecify.annotations.NullMarked;
