package dev.slipway.admin.api;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Command;
import dev.slipway.base.fleet.acts.Act;
import java.util.Optional;
import java.util.function.BiFunction;

/** A command whose reply is made, and kept for a repeated request, in the command's own transaction. */
record Answered<T>(Command<T> command, BiFunction<Acting, T, Reply> show, Optional<Once> once)
        implements Command<Reply> {
    @Override
    public Area area() {
        return command.area();
    }

    @Override
    public Act act(Acting acting) {
        return command.act(acting);
    }

    @Override
    public Reply run(Acting acting) {
        Reply reply = show.apply(acting, command.run(acting));
        once.ifPresent(key -> key.keep(acting.stores(), reply));
        return reply;
    }
}
