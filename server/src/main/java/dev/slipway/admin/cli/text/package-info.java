/**
 * Answers of the server as text for people.
 *
 * Comes in: JSON as the API answers it. Goes out: lines for a terminal, plain ASCII where they draw. Design: DESIGN
 * section 7. Never: a request, a choice of format.
 * Read first: {@link dev.slipway.admin.cli.text.ExplanationText}, {@link dev.slipway.admin.cli.text.PollingText}.
 */
@NullMarked
package dev.slipway.admin.cli.text;

import org.jspecify.annotations.NullMarked;
