/**
 * Who has devices: users, the groups that hold them, their accounts and subscriptions, and the administrators.
 *
 * Comes in and goes out: records. Never: a password in clear.
 * Read first: {@link dev.slipway.base.fleet.people.User}, {@link dev.slipway.base.fleet.people.Group},
 * {@link dev.slipway.base.fleet.people.Account}.
 */
@NullMarked
package dev.slipway.base.fleet.people;

import org.jspecify.annotations.NullMarked;
