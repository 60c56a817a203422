/**
 * Users, groups, accounts, subscriptions and administrators in SQL.
 *
 * <p>Comes in: a desk. Goes out: the stores of {@code fleet.people}. Never: a secret of an account outside its box.
 * Read first: {@link dev.slipway.base.store.people.PeopleStores}.
 */
@NullMarked
package dev.slipway.base.store.people;

import org.jspecify.annotations.NullMarked;
