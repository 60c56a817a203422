/**
 * What the links of an activation lead to: how they stand, the ticket behind the button, the document that redeems it.
 *
 * <p>Comes in: what a link, a form or a program shows. Goes out: a standing for a page, or the bytes of a document.
 * Never: HTML, HTTP. Read first: {@link dev.slipway.core.enroll.activation.ActivationDesk}.
 */
@NullMarked
package dev.slipway.core.enroll.activation;

import org.jspecify.annotations.NullMarked;
