/**
 * Answers of the server as text.
 *
 * <p>Comes in: JSON as the API answers it. Goes out: data in the format that was asked for, and lines for people, plain
 * ASCII where they draw. Design: DESIGN section 7. Never: a request.
 * Read first: {@link dev.slipway.admin.cli.text.Printer}, {@link dev.slipway.admin.cli.text.ExplanationText},
 * {@link dev.slipway.admin.cli.text.PollingText}.
 */
@NullMarked
package dev.slipway.admin.cli.text;

import org.jspecify.annotations.NullMarked;
