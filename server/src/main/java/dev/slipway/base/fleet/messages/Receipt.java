package dev.slipway.base.fleet.messages;

import dev.slipway.base.fleet.Id;
import java.time.Instant;
import java.util.Optional;

/**
 * What a supplier says about a message later on; at least one of {@code message} and {@code reference} names it.
 *
 * @param message the reference we gave it
 * @param reference the supplier's own; empty when it says none
 * @param reason the supplier's words or number; empty for none
 */
public record Receipt(
        Optional<Id<Message>> message, String reference, Message.State state, String reason, Instant at) {}
