package dev.slipway.bootloader.home;

import dev.slipway.bootloader.outcome.Refusal;
import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.JsonLimits;
import dev.slipway.bootloader.protocol.json.JsonReader;
import dev.slipway.bootloader.protocol.json.JsonWriter;
import dev.slipway.bootloader.protocol.json.Malformed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The state and its file, always equal; for one thread. */
public final class StateFile {
    /** Bytes; a thousand applications with their settings fit. */
    private static final int BYTES_MAX = 8 << 20;

    private final Home home;
    private State state;

    private StateFile(Home home, State state) {
        this.home = home;
        this.state = state;
    }

    /** The state of {@code home}; a fresh one when there is none. */
    public static StateFile open(Home home, InstantSource clock) throws IOException {
        if (!Files.exists(home.stateFile())) {
            return new StateFile(home, State.fresh(clock.instant()));
        }
        try {
            byte[] bytes = Files.readAllBytes(home.stateFile());
            return new StateFile(
                    home, State.from(JsonAt.root(JsonReader.read(bytes, JsonLimits.DOCUMENT.withBytes(BYTES_MAX)))));
        } catch (Malformed e) {
            throw Refusal.check(
                    "home.damaged",
                    home.stateFile() + " is damaged (" + e.getMessage()
                            + "); restore it, or remove the directory and log on again.");
        }
    }

    /** What is written. */
    public State get() {
        return state;
    }

    /** Writes what {@code change} makes of the state; returns when it would survive a power cut. */
    public State change(UnaryOperator<State> change) {
        State changed = change.apply(state);
        if (!changed.equals(state)) {
            write(changed);
        }
        return changed;
    }

    /** Writes other software into the state. */
    public void software(UnaryOperator<Software> change) {
        change(now -> now.with(change.apply(now.software())));
    }

    /** The bytes of the bundle accepted last, as the portal sent them. */
    public Optional<byte[]> bundle() throws IOException {
        var file = home.directory().resolve("bundle.json");
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    /** Keeps the bytes of an accepted bundle. */
    public void keepBundle(byte[] body) throws IOException {
        Durable.replace(home.directory().resolve("bundle.json"), body);
    }

    private void write(State changed) {
        try {
            Durable.replace(
                    home.stateFile(), JsonWriter.readable(changed.toJson()).getBytes(StandardCharsets.UTF_8));
            state = changed;
        } catch (IOException e) {
            throw new UncheckedIOException("the state cannot be written", e);
        }
    }
}
