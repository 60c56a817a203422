package dev.slipway.admin.act.activations;

import dev.slipway.admin.act.Acting;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.fleet.acts.Activation.State;

/**
 * Makes an activation void: its links say so, its messages that wait are taken back. Refuses
 * {@code activation.redeemed}.
 */
final class RevokeActivation {
    private RevokeActivation() {}

    static Activation of(Acting acting, Activation before) {
        if (before.state() == State.REDEEMED) {
            throw new Refusal("activation.redeemed", "It was redeemed already; block the device instead.");
        }
        return always(acting, before);
    }

    /** Even if it was redeemed. */
    static Activation always(Acting acting, Activation before) {
        Activation after = before.with(before.links()).in(State.REVOKED);
        acting.stores().activations().replace(after);
        ActivationActs.takeBack(acting, after);
        return after;
    }
}
