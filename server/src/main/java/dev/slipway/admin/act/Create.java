package dev.slipway.admin.act;

import dev.slipway.base.fleet.Identified;
import dev.slipway.base.fleet.acts.Act;
import java.util.Optional;

/** Keeps a new record. Refuses {@code fleet.duplicate}, and what its form refuses. */
public record Create<T extends Identified<T>>(Kind<T, ?> kind, Form<T> form) implements Command<T> {
    @Override
    public Area area() {
        return kind.area();
    }

    @Override
    public Act act(Acting acting) {
        return new Act(kind.naming().word() + ".create", form.subject());
    }

    @Override
    public T run(Acting acting) {
        T made = form.fill(acting, acting.newId(), Optional.empty());
        kind.store().apply(acting.stores()).add(made);
        form.settle(acting, made);
        return acting.inReach(kind, made);
    }
}
