package dev.slipway.admin.api;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Acts;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Caller;
import dev.slipway.admin.act.Command;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Page;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.acts.Act;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One request by a caller who is known. */
record Call(Acts acts, Caller caller, Params params, InputStream body, Optional<Once> once) {
    private static final int LIMIT_USUAL = 100;

    /**
     * What a request says besides its body.
     *
     * @param path parts of the path by name
     * @param query what stands after the question mark
     * @param ifMatch versions that what is changed must have
     */
    record Params(Map<String, String> path, Map<String, String> query, Optional<String> ifMatch) {}

    /** The part of the path called {@code name}. */
    String path(String name) {
        return Optional.ofNullable(params.path().get(name)).orElseThrow();
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(params.query().get(name)).filter(value -> !value.isEmpty());
    }

    /** The value after the question mark; refuses {@code request.missing-parameter}. */
    String needed(String name) {
        return query(name)
                .orElseThrow(
                        () -> new Refusal("request.missing-parameter", "Add ?%s=... to the address.".formatted(name)));
    }

    /** {@code ?after=} and {@code ?limit=}; refuses {@code request.page}. */
    Page page() {
        return new Page(query("after").map(Call::cursor).orElse(0L), limit());
    }

    /** {@code ?limit=}, 100 when it is left out; refuses {@code request.page}. */
    int limit() {
        return query("limit").map(Call::limit).orElse(LIMIT_USUAL);
    }

    private static int limit(String text) {
        if (!text.matches("[1-9][0-9]{0,3}") || Integer.parseInt(text) > Page.SIZE_MAX) {
            throw new Refusal("request.page", "limit takes 1 to " + Page.SIZE_MAX + ".");
        }
        return Integer.parseInt(text);
    }

    private static long cursor(String text) {
        return Id.parse(text)
                .orElseThrow(() -> new Refusal("request.page", "after takes the next of the page before."))
                .value();
    }

    /** The body as a record. */
    <T> T form(Class<T> type) {
        return Json.read(bytes(), type);
    }

    /** The body as an object. */
    ObjectNode json() {
        return Json.read(bytes(), ObjectNode.class);
    }

    /** The body as it came. */
    byte[] bytes() {
        try {
            return body.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Does {@code command} and answers with {@code show}, seen inside the same transaction. Refuses
     * {@code request.no-version} a request that names one.
     */
    <T> Reply run(Command<T> command, BiFunction<Acting, T, Reply> show) {
        requireNoVersion();
        return acts.run(caller, new Answered<>(command, show, once));
    }

    /**
     * Like {@link #run}, but only while {@code current}, locked by then, has a version that the request names; refuses
     * {@code request.changed}.
     */
    <T> Reply change(Function<Acting, JsonNode> current, Command<T> command, BiFunction<Acting, T, Reply> show) {
        Command<T> guarded = params.ifMatch()
                .<Command<T>>map(tags -> new Guarded<>(command, current, tags))
                .orElse(command);
        return acts.run(caller, new Answered<>(guarded, show, once));
    }

    /** Refuses {@code request.no-version} a request that names one. */
    void requireNoVersion() {
        params.ifMatch().ifPresent(tags -> {
            throw new Refusal("request.no-version", "This has no version to compare: leave If-Match out.");
        });
    }

    /** Refuses {@code request.changed} when the request names other versions than that of {@code current}. */
    void require(JsonNode current) {
        params.ifMatch().ifPresent(Reply.Version.of(current)::require);
    }

    /** Does {@code command} and undoes it, for who asks what it would refuse. */
    <T> void tryOut(Command<T> command) {
        requireNoVersion();
        try {
            acts.run(caller, new Undone<>(command));
        } catch (Undo undo) {
            return;
        }
    }

    /** Ends a transaction that went well. */
    private static final class Undo extends RuntimeException {
        Undo() {
            super("tried out", null, false, false);
        }
    }

    /** A command around another one, whose name and rights it has. */
    private interface Wrapped<T> extends Command<T> {
        Command<?> command();

        @Override
        default Area area() {
            return command().area();
        }

        @Override
        default Act act(Acting acting) {
            return command().act(acting);
        }
    }

    /** A command of which nothing stays. */
    private record Undone<T>(Command<T> command) implements Wrapped<T> {
        @Override
        public T run(Acting acting) {
            command.run(acting);
            throw new Undo();
        }
    }

    /** Answers from one view of the records. */
    Reply see(Area area, Function<Acting, JsonNode> view) {
        return Reply.ok(acts.see(caller, area, view));
    }

    /** Keeps the reply of an act that had a transaction of its own. */
    Reply kept(Reply reply) {
        once.ifPresent(key -> acts.ledger().note(caller.tenant(), stores -> {
            key.keep(stores, reply);
            return reply;
        }));
        return reply;
    }

    /**
     * A command that is done only while what it changes is still as the caller saw it.
     *
     * @param current what a GET of the same path answers; it locks the record, so that it stays
     *     so until the command is done
     * @param ifMatch the header field (RFC 9110, section 13.1.1)
     */
    private record Guarded<T>(Command<T> command, Function<Acting, JsonNode> current, String ifMatch)
            implements Wrapped<T> {
        @Override
        public T run(Acting acting) {
            Reply.Version.of(current.apply(acting)).require(ifMatch);
            return command.run(acting);
        }
    }

    /** A command whose reply is made, and kept for a repeated request, in the command's own transaction. */
    private record Answered<T>(Command<T> command, BiFunction<Acting, T, Reply> show, Optional<Once> once)
            implements Wrapped<Reply> {
        @Override
        public Reply run(Acting acting) {
            Reply reply = show.apply(acting, command.run(acting));
            once.ifPresent(key -> key.keep(acting.stores(), reply));
            return reply;
        }
    }
}
