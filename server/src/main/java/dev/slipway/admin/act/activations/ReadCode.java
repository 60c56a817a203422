package dev.slipway.admin.act.activations;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Command;
import dev.slipway.admin.act.people.PeopleKinds;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.fleet.acts.Activation.Code;
import dev.slipway.base.fleet.acts.Activation.Links;

/**
 * Reads out the code that a person types who has no link at hand. It counts for another day from now, and wrong ones
 * before are forgotten. Refuses {@code activation.over}.
 *
 * @param activation its id
 */
record ReadCode(String activation) implements Command<Activation> {
    @Override
    public Area area() {
        return Area.ACTIVATIONS;
    }

    @Override
    public Act act(Acting acting) {
        return new Act(
                "activation.read-code",
                acting.name(
                        PeopleKinds.USER,
                        ActivationActs.find(acting, activation).user()));
    }

    @Override
    public Activation run(Acting acting) {
        Activation before = ActivationActs.open(acting, activation);
        Links links = before.links();
        var code = new Code(Issuing.codeUntil(acting, links.expires()), 0);
        var after = new Activation(
                before.id(),
                before.aim(),
                before.state(),
                new Links(links.generation(), links.expires(), links.withPin(), code),
                before.ticket(),
                before.traces());
        acting.stores().activations().replace(after);
        return after;
    }
}
