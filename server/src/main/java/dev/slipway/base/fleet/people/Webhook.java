package dev.slipway.base.fleet.people;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Identified;
import dev.slipway.base.fleet.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A web address that is told of each change of an account of its tenant.
 *
 * @param name unique in the tenant
 * @param secret signs what it is told; {@code whsec_} and 32 bytes in base64 (Standard Webhooks, "Signature scheme")
 */
public record Webhook(Id<Webhook> id, String name, URI address, Secret secret, Instant created)
        implements Identified<Webhook> {
    /**
     * One change.
     *
     * @param serial distinct for ever; the changes of one account come in its order
     */
    public record Call(long serial, Instant at, Subject subject, Turn turn) {}

    /**
     * Whose account it is.
     *
     * @param login of its user; empty when the user is gone
     */
    public record Subject(Id<Account> account, String kind, String address, String login) {}

    /**
     * What changed.
     *
     * @param was the state before; empty for a new account
     * @param state the state now; {@code removed} when it is gone
     * @param registers whether it may register now: account and user are both active
     */
    public record Turn(String was, String state, boolean registers) {}

    /**
     * How its calls stand.
     *
     * @param waiting calls not taken yet
     * @param lost calls given up since it is there, because it did not take them within days
     * @param failures since it took one
     * @param answer to the last call: a status or why there was none; empty before the first
     */
    public record Standing(long waiting, long lost, int failures, String answer, Optional<Instant> answered) {}

    /** One with its standing. */
    public record Kept(Webhook webhook, Standing standing) {}
}
