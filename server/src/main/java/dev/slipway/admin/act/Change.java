package dev.slipway.admin.act;

import dev.slipway.base.fleet.Identified;
import dev.slipway.base.fleet.acts.Act;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Changes a record: its form as it is now goes in, the form as it shall be comes out of {@code edit}.
 *
 * @param which name or id
 */
public record Change<T extends Identified<T>, F extends Form<T>>(Kind<T, F> kind, String which, UnaryOperator<F> edit)
        implements Command<T> {
    @Override
    public Area area() {
        return kind.area();
    }

    @Override
    public Act act(Acting acting) {
        T found = acting.find(kind, which);
        return new Act(kind.naming().word() + ".update", kind.naming().title().apply(found));
    }

    /** A record as it is, and as it would be. */
    public record Edited<T>(T before, T after) {}

    /** What the change would come to; nothing is kept. Refuses what the change would. */
    public Edited<T> edited(Acting acting) {
        T before = acting.find(kind, which);
        return new Edited<>(before, form(acting, before).fill(acting, before.id(), Optional.of(before)));
    }

    private F form(Acting acting, T before) {
        return edit.apply(kind.portrait().show().apply(acting, before));
    }

    @Override
    public T run(Acting acting) {
        T before = acting.locked(kind, which);
        F form = form(acting, before);
        T after = form.fill(acting, before.id(), Optional.of(before));
        kind.store().apply(acting.stores()).replace(after);
        form.settle(acting, after);
        return acting.inReach(kind, after);
    }
}
