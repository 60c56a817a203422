package dev.slipway.admin.act;

import dev.slipway.base.fleet.Identified;
import dev.slipway.base.fleet.acts.Act;

/**
 * Takes a record away. Refuses {@code fleet.unknown} and, while others need it, {@code fleet.in-use}.
 *
 * @param which name or id
 */
public record Remove<T extends Identified<T>>(Kind<T, ?> kind, String which) implements Command<Boolean> {
    @Override
    public Area area() {
        return kind.area();
    }

    @Override
    public Act act(Acting acting) {
        T found = acting.find(kind, which);
        return new Act(kind.naming().word() + ".remove", kind.naming().title().apply(found));
    }

    @Override
    public Boolean run(Acting acting) {
        return kind.store()
                .apply(acting.stores())
                .remove(acting.locked(kind, which).id());
    }
}
