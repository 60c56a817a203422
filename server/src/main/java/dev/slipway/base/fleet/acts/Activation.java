package dev.slipway.base.fleet.acts;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Identified;
import dev.slipway.base.fleet.people.User;
import java.time.Instant;
import java.util.Optional;

/**
 * The one-time right, sent to a user, that a device redeems.
 *
 * @param generation raised to make the links of before void
 * @param ticket SHA-256 (32 bytes) of the ticket last minted; empty when none
 */
public record Activation(
        Id<Activation> id, Id<User> user, State state, int generation, Instant expires, Optional<Bytes> ticket)
        implements Identified<Activation> {
    /** Where it is in its life. */
    public enum State {
        ISSUED,
        SENT,
        OPENED,
        REDEEMED,
        EXPIRED,
        REVOKED
    }
}
