package dev.slipway.base.fleet.messages;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The outboxes of all tenants, for who sends. Each call is a transaction of its own.
 *
 * <p>A message is claimed for a while; whoever claimed it says what came of it. When he is killed, the claim ends by
 * itself and the message is claimed again: it is sent at least once, and counted as doubtful.
 */
public interface Outbox {
    /** Gateways that have something to send at {@code now}. */
    List<Due> due(Instant now);

    /** Claims what is due, oldest first, at most {@code most}; what others are at is passed over. */
    List<Message> claim(Due from, int most, Claim claim);

    /** Notes what came of claimed messages; of one that was claimed by somebody else meanwhile nothing is noted. */
    void settle(List<Settled> settled);

    /** A gateway and its tenant. */
    record Due(Id<Tenant> tenant, GatewaySetup gateway) {}

    /**
     * For how long.
     *
     * @param until when the claim ends by itself
     */
    record Claim(Instant now, Instant until) {}

    /**
     * What came of an attempt.
     *
     * @param attempt which one it was: {@link Message.Attempts#count} as claimed
     * @param gateway that it was sent by, or that it waits for
     */
    record Settled(
            Id<Tenant> tenant,
            Id<Message> message,
            int attempt,
            Message.State state,
            Optional<Id<GatewaySetup>> gateway,
            Words words) {}

    /**
     * What there is to say about it.
     *
     * @param reference by which the supplier knows it; empty for none
     * @param reason for a person; empty for none
     * @param next when it is due again, if it is
     * @param at when that was
     */
    record Words(String reference, String reason, Instant next, Instant at) {}
}
