/**
 * The door behind the links of activations: pages for people, documents for programs (DESIGN section 7).
 *
 * <p>Comes in: a link, a button, a typed code, a ticket. Goes out: a page that works at 320 pixels and without scripts,
 * or the document that opens the right program. Never: a right by GET, but for tickets and for types whose clients open
 * no page. Read first:
 * {@link dev.slipway.door.activation.Landing}.
 */
@NullMarked
package dev.slipway.door.activation;

import org.jspecify.annotations.NullMarked;
