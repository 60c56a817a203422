package dev.slipway.base.store.acts;

import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.fleet.acts.Activation.Aim;
import dev.slipway.base.fleet.acts.Activation.Code;
import dev.slipway.base.fleet.acts.Activation.Links;
import dev.slipway.base.fleet.acts.Activation.Made;
import dev.slipway.base.fleet.acts.Activation.Ticket;
import dev.slipway.base.fleet.acts.Activation.Traces;
import dev.slipway.base.store.sql.Columns;
import dev.slipway.base.store.sql.Row;
import dev.slipway.base.store.sql.Shape;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How activations lie in their table.
 */
public final class ActivationShape {
    /** Activations, also for the look-ups by ticket and by link. */
    public static final Shape<Activation> ACTIVATION =
            new Shape<>("activation", "id", ActivationShape::read, ActivationShape::write);

    private ActivationShape() {}

    private static Activation read(Columns row) throws SQLException {
        return new Activation(
                row.id("id"),
                new Aim(
                        row.id("user"),
                        row.optionalId("account"),
                        row.optionalId("device_type"),
                        row.optionalId("replaces"),
                        row.optionalId("import"),
                        row.texts("made").stream()
                                .map(made -> Made.valueOf(made.toUpperCase(Locale.ROOT)))
                                .collect(Collectors.toSet())),
                row.constant(Activation.State.class, "state"),
                new Links(
                        row.small("generation"),
                        row.instant("expires_at"),
                        row.truth("with_pin"),
                        new Code(row.instant("code_until"), row.small("code_failures"))),
                ticket(row),
                new Traces(
                        row.instant("created_at"),
                        row.optionalInstant("opened_at"),
                        row.optionalInstant("installing_at"),
                        row.optionalInstant("clicked_at"),
                        row.optionalInstant("redeemed_at"),
                        row.optionalId("device")));
    }

    private static Optional<Ticket> ticket(Columns row) throws SQLException {
        Optional<Instant> until = row.optionalInstant("ticket_until");
        return row.optionalBytes("ticket").map(sha256 -> new Ticket(sha256, until.orElseThrow()));
    }

    private static Row write(Activation activation) {
        Links links = activation.links();
        Traces traces = activation.traces();
        return Row.of("user", activation.aim().user())
                .and("account", activation.aim().account())
                .and("device_type", activation.aim().type())
                .and("replaces", activation.aim().replaces())
                .and("import", activation.aim().batch())
                .and(
                        "made",
                        activation.aim().made().stream()
                                .map(made -> made.name().toLowerCase(Locale.ROOT))
                                .sorted()
                                .toList())
                .and("state", activation.state())
                .and("generation", links.generation())
                .and("expires_at", links.expires())
                .and("with_pin", links.withPin())
                .and("code_until", links.code().until())
                .and("code_failures", links.code().failures())
                .and("ticket", activation.ticket().map(Ticket::sha256))
                .and("ticket_until", activation.ticket().map(Ticket::until))
                .and("created_at", traces.issued())
                .and("opened_at", traces.opened())
                .and("installing_at", traces.installing())
                .and("clicked_at", traces.clicked())
                .and("redeemed_at", traces.redeemed())
                .and("device", traces.device());
    }
}
