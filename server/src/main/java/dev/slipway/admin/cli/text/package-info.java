/**
 * Answers of the server as text for people.
 *
 * Comes in: JSON as the API answers it. Goes out: lines for a terminal, plain ASCII where they draw, or the format
 * that was asked for. Design: DESIGN section 7. Never: a request.
 * Read first: {@link dev.slipway.admin.cli.text.Printer}, {@link dev.slipway.admin.cli.text.ExplanationText},
 * {@link dev.slipway.admin.cli.text.PollingText}.
 */
@NullMarked
package dev.slipway.admin.cli.text;

import org.jspecify.annotations.NullMarked;
