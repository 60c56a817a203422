package dev.slipway.admin.act.importing;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Command;
import dev.slipway.admin.act.activations.ActivationActs;
import dev.slipway.admin.act.people.PeopleKinds;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.fleet.acts.Import;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes back the activations of an import, each by itself; those that cannot be stay. */
record UndoPeople(Import of) implements Command<ActivatePeople.Undone> {
    @Override
    public Area area() {
        return Area.ACTIVATIONS;
    }

    @Override
    public Act act(Acting acting) {
        return new Act("import.undo", of.name(), Map.of("import", of.id().toString()));
    }

    @Override
    public ActivatePeople.Undone run(Acting acting) {
        acting.stores().expectMany();
        var kept = new ArrayList<UndoPlan.Kept>();
        List<Activation> issued = acting.stores().activations().in(of.id());
        for (Activation one : issued) {
            String login = acting.name(PeopleKinds.USER, one.user());
            try {
                Id<Activation> id = one.id();
                acting.stores().attempt(() -> ActivationActs.undo(id.toString()).run(acting));
            } catch (Refusal refusal) {
                kept.add(new UndoPlan.Kept(login, refusal.sentence()));
            }
        }
        acting.stores().imports().undone(of.id(), List.of(), acting.now());
        return new ActivatePeople.Undone(issued.size() - kept.size(), kept);
    }
}
