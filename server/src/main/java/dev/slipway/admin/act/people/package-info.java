/**
 * Acts on people: users, groups, accounts, security models, administrators and their tokens.
 *
 * <p>Comes in: forms with names. Goes out: records of {@code fleet.people}, checked. Design: DESIGN section 5, People.
 * Never: a password in clear that outlives the call.
 * Read first: {@link dev.slipway.admin.act.people.PeopleKinds}, {@link dev.slipway.admin.act.people.UserForm},
 * {@link dev.slipway.admin.act.people.IssueToken}.
 */
@NullMarked
package dev.slipway.admin.act.people;

import org.jspecify.annotations.NullMarked;
