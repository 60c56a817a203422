package dev.slipway.admin.act.activations;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Command;
import dev.slipway.admin.act.people.PeopleKinds;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.fleet.acts.Activation.State;

/**
 * Makes an activation void: its links say so, its messages that wait are taken back. Refuses
 * {@code activation.redeemed}.
 *
 * @param activation its id
 */
record RevokeActivation(String activation) implements Command<Activation> {
    @Override
    public Area area() {
        return Area.ACTIVATIONS;
    }

    @Override
    public Act act(Acting acting) {
        return new Act(
                "activation.revoke",
                acting.name(
                        PeopleKinds.USER,
                        ActivationActs.find(acting, activation).user()));
    }

    @Override
    public Activation run(Acting acting) {
        Activation before = ActivationActs.locked(acting, activation);
        if (before.state() == State.REDEEMED) {
            throw new Refusal("activation.redeemed", "It was redeemed already; block the device instead.");
        }
        return revoke(acting, before);
    }

    static Activation revoke(Acting acting, Activation before) {
        Activation after = before.with(before.links()).in(State.REVOKED);
        acting.stores().activations().replace(after);
        ActivationActs.takeBack(acting, after);
        return after;
    }
}
