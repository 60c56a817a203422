package dev.slipway.app.story;

import dev.slipway.door.relay.Relay;
import dev.slipway.door.relay.RelayOptions;
import dev.slipway.door.relay.center.Aliases;
import dev.slipway.door.relay.flow.AccessLog;
import dev.slipway.door.relay.limit.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The switching center of {@code slipway try --relay}: the server dials it, the device knows nothing but it. */
interface Center extends AutoCloseable {
    /** The story without one. */
    Center NONE = () -> {};

    /** Returns when the server can be found by its alias. */
    default void awaitSite() {}

    /** Says what came through it; nothing at all is a failed step. */
    default void tell(Stage stage) {}

    @Override
    void close();

    /**
     * Opens one below {@code directory}, tells the server's settings how to dial it, and the device where it is.
     *
     * @param settings of the server that will dial; they are added to
     */
    static Center open(Stage stage, Path directory, Map<String, String> settings) {
        stage.step("A switching center, where nobody but the server's alias is known");
        var random = new SecureRandom();
        var clock = InstantSource.system();
        Path kept = directory.resolve("center");
        var options = new RelayOptions(
                new RelayOptions.At("127.0.0.1", 0, Optional.of(new RelayOptions.Tunnels("127.0.0.1", 0, kept))),
                Sources.Limits.usual(1000),
                Map.of(),
                List.of(),
                new RelayOptions.Tls(Optional.empty(), Optional.empty()),
                List.of());
        Relay relay = Relay.start(options, AccessLog.NONE, clock, random);
        var aliases = new Aliases(kept, clock, random);
        String alias = settings.getOrDefault("portal.alias", "");
        aliases.add(alias, List.of());
        settings.put("relay.center", "127.0.0.1:" + relay.tunnelsPort().orElseThrow());
        settings.put("relay.code", aliases.code(alias, Duration.ofHours(1), false));
        settings.put("portal.relay_networks", "127.0.0.0/8");
        int[] ports = Try.freePorts();
        settings.put("portal.relay_http_port", String.valueOf(ports[0]));
        settings.put("portal.relay_https_port", String.valueOf(ports[1]));
        know(directory.resolve("device"), relay.port());
        stage.say("devices 127.0.0.1:" + relay.port() + ", alias " + alias);
        return new Opened(relay);
    }

    private static void know(Path device, int port) {
        try {
            Files.createDirectories(device);
            Files.writeString(device.resolve("bootloader.properties"), "center=127.0.0.1:" + port + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the device's properties cannot be written", e);
        }
    }

    /** A relay at work. */
    record Opened(Relay relay) implements Center {
        private static final Duration WITHIN = Duration.ofSeconds(20);

        @Override
        public void awaitSite() {
            try {
                relay.firstSite().get(WITHIN.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoryFailed("interrupted", e);
            } catch (ExecutionException | TimeoutException late) {
                throw new StoryFailed("the server did not reach the switching center", late);
            }
        }

        @Override
        public void tell(Stage stage) {
            long connections = relay.counts().led().values().stream()
                    .mapToLong(led -> led.connections().sum())
                    .sum();
            stage.say(connections + " connections of the device came through the switching center");
            if (connections == 0) {
                throw new StoryFailed("the device did not come through the switching center");
            }
        }

        @Override
        public void close() {
            relay.stop(Duration.ZERO);
        }
    }
}
