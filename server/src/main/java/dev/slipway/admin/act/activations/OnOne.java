package dev.slipway.admin.act.activations;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Command;
import dev.slipway.admin.act.people.PeopleKinds;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Activation;
import java.util.function.BiFunction;

/**
 * An act on one activation, which the journal finds by its user.
 *
 * @param activation its id
 * @param word what the journal calls the act
 * @param change from the activation, locked, to what it is then; it keeps that itself
 */
record OnOne(String activation, String word, BiFunction<Acting, Activation, Activation> change)
        implements Command<Activation> {
    @Override
    public Area area() {
        return Area.ACTIVATIONS;
    }

    @Override
    public Act act(Acting acting) {
        return new Act(
                word,
                acting.name(
                        PeopleKinds.USER,
                        ActivationActs.find(acting, activation).user()));
    }

    @Override
    public Activation run(Acting acting) {
        return change.apply(acting, ActivationActs.locked(acting, activation));
    }
}
