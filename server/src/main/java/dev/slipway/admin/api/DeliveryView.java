package dev.slipway.admin.api;

import dev.slipway.base.fleet.acts.Delivery;
import java.time.Instant;

/** A delivery as it is shown on the timeline of its device. */
record DeliveryView(
        String application, String release, boolean wanted, Delivery.State state, Instant at, String detail) {
    static DeliveryView of(Delivery delivery) {
        return new DeliveryView(
                delivery.application(),
                delivery.release(),
                delivery.wanted(),
                delivery.state(),
                delivery.note().at(),
                delivery.note().detail());
    }
}
