package dev.slipway.admin.api;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Command;
import dev.slipway.base.fleet.acts.Act;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A command that is done only while what it changes is still as the caller saw it.
 *
 * @param current what a GET of the same path answers; it locks the record, so that it stays
 *     so until the command is done
 * @param ifMatch the header field (RFC 9110, section 13.1.1)
 */
record Guarded<T>(Command<T> command, Function<Acting, JsonNode> current, String ifMatch) implements Command<T> {
    @Override
    public Area area() {
        return command.area();
    }

    @Override
    public Act act(Acting acting) {
        return command.act(acting);
    }

    @Override
    public T run(Acting acting) {
        Version.of(current.apply(acting)).require(ifMatch);
        return command.run(acting);
    }
}
