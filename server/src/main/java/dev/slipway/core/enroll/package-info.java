/**
 * Who a device is: the second of the four steps of every door (identify, admit, decide, answer).
 *
 * <p>Comes in: what a device claims, and a password, ticket or token. Goes out: a device that is bound to a user,
 * its new token, or a refusal. Design: DESIGN sections 5 and 8.3. Never: a word of any protocol; an answer by
 * which a stranger learns whether a login or a device exists.
 * Read first: {@link dev.slipway.core.enroll.Claim}, {@link dev.slipway.core.enroll.LogOn},
 * {@link dev.slipway.core.enroll.Admission}.
 */
@NullMarked
package dev.slipway.core.enroll;

import org.jspecify.annotations.NullMarked;
