package dev.slipway.admin.act.people;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Command;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Activation;
import java.util.Optional;

/**
 * Makes an activation void.
 *
 * @param activation its id
 */
public record RevokeActivation(String activation) implements Command<Activation> {
    @Override
    public Area area() {
        return Area.ACTIVATIONS;
    }

    @Override
    public Act act(Acting acting) {
        return new Act(
                "activation.revoke", acting.name(PeopleKinds.USER, find(acting).user()));
    }

    @Override
    public Activation run(Acting acting) {
        Activation before =
                acting.stores().activations().locked(find(acting).id()).orElseThrow(RevokeActivation::unknown);
        if (before.state() == Activation.State.REDEEMED) {
            throw new Refusal("activation.redeemed", "It was redeemed already; block the device instead.");
        }
        var after = new Activation(
                before.id(),
                before.user(),
                Activation.State.REVOKED,
                before.generation() + 1,
                before.expires(),
                Optional.empty());
        acting.stores().activations().replace(after);
        return after;
    }

    private Activation find(Acting acting) {
        return Id.<Activation>parse(activation)
                .flatMap(acting.stores().activations()::find)
                .filter(found -> acting.reach().coversUser(found.user()))
                .orElseThrow(RevokeActivation::unknown);
    }

    private static Refusal unknown() {
        return new Refusal("fleet.unknown", "There is no such activation; list those of the user.");
    }
}
