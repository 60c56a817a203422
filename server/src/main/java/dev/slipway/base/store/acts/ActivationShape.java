package dev.slipway.base.store.acts;

import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.store.sql.Row;
import dev.slipway.base.store.sql.Shape;

/**
 * How activations lie in their table.
 */
public final class ActivationShape {
    /** Activations, also for the look-up by ticket. */
    public static final Shape<Activation> ACTIVATION = new Shape<>(
            "activation",
            "id",
            row -> new Activation(
                    row.id("id"),
                    row.id("user"),
                    row.constant(Activation.State.class, "state"),
                    row.small("generation"),
                    row.instant("expires_at"),
                    row.optionalBytes("ticket")),
            activation -> Row.of("user", activation.user())
                    .and("state", activation.state())
                    .and("generation", activation.generation())
                    .and("expires_at", activation.expires())
                    .and("ticket", activation.ticket()));

    private ActivationShape() {}
}
