package dev.slipway.core.enroll;

import dev.slipway.base.fleet.Secret;

/** What a device shows so that we believe whose it is. */
public sealed interface Proof {
    /** A user's own login and password. */
    record Password(String login, Secret password) implements Proof {}

    /** The ticket of an activation: nothing else is asked. */
    record Ticket(Secret ticket) implements Proof {}
}
