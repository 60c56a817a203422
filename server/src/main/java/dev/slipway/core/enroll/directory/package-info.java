/**
 * What a SIP server asks of one account, instead of reading the database.
 *
 * <p>Comes in: the secret of a SIP server and a name. Goes out: the hash of an account that may register. Never: a
 * password. Read first: {@link dev.slipway.core.enroll.directory.SipDirectory}.
 */
@NullMarked
package dev.slipway.core.enroll.directory;

import org.jspecify.annotations.NullMarked;
