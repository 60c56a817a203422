/**
 * What other servers learn of accounts, besides reading the database: what a SIP server asks, and what webhooks are
 * told.
 *
 * <p>Comes in: the secret of a SIP server and a name; changes that the database noted. Goes out: the hash of an account
 * that may register; calls, in order and at least once. Never: a password. Read first:
 * {@link dev.slipway.core.enroll.directory.SipDirectory}, {@link dev.slipway.core.enroll.directory.AccountNews}.
 */
@NullMarked
package dev.slipway.core.enroll.directory;

import org.jspecify.annotations.NullMarked;
