package dev.slipway.door.relay;

import dev.slipway.door.relay.RelayOptions.Way;
import dev.slipway.door.relay.center.Aliases;
import dev.slipway.door.relay.center.SwitchingCenter;
import dev.slipway.door.relay.flow.AccessLog;
import dev.slipway.door.relay.flow.Desk;
import dev.slipway.door.relay.flow.RelayCounts;
import dev.slipway.door.relay.flow.RelayListener;
import dev.slipway.door.relay.limit.Sources;
import dev.slipway.door.relay.place.Backend;
import dev.slipway.door.relay.place.Backends;
import dev.slipway.door.relay.place.Destination;
import dev.slipway.door.relay.place.Steering;
import dev.slipway.door.relay.place.Transport;
import dev.slipway.door.relay.steer.Lane;
import dev.slipway.door.relay.steer.SteeringTable;
import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A relay at work. */
public final class Relay {
    /** Between two looks at backends and at files that may have changed. */
    private static final Duration CHECK = Duration.ofSeconds(5);

    /** Between two looks at the alias table: how long a disabled alias still leads to new connections. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Files that the process needs besides connections. */
    private static final int FILES_RESERVED = 256;

    private static final System.Logger LOG = System.getLogger(Relay.class.getName());

    private final Transport transport;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Sources sources;
    private final RelayCounts counts = new RelayCounts();
    private final Map<Kept, Backends> kept = new ConcurrentHashMap<>();
    private final Optional<SwitchingCenter> center;
    private final RelayListener listener;
    private volatile State state;
    private volatile Steering steering;

    /** What may be replaced while it works. */
    private record State(Steering steering, List<Backends> backends, TlsEnd tls) {}

    private Relay(RelayOptions options, AccessLog log, InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
        this.transport = new Transport(random);
        this.sources = new Sources(fitting(options.limits()), clock);
        this.state = state(options);
        this.center = options.at().tunnels().map(tunnels -> center(tunnels, random));
        this.steering = steered();
        var desk = new Desk(
                () -> steering,
                sources,
                counts,
                log,
                () -> state.tls.shown(),
                new Desk.Entry(options.trusted(), Desk.OPENING));
        this.listener = start(desk, options.at());
    }

    private SwitchingCenter center(RelayOptions.Tunnels tunnels, SecureRandom random) {
        var aliases = new Aliases(tunnels.directory(), clock, random);
        var at = new SwitchingCenter.At(tunnels.host(), tunnels.port(), aliases.key());
        try {
            return SwitchingCenter.start(transport, at, aliases, random);
        } catch (SwitchingCenter.CannotListen inUse) {
            transport.close();
            throw inUse;
        }
    }

    /** By alias first, where this is a switching center. */
    private Steering steered() {
        return center.map(one -> one.over(state.steering)).orElse(state.steering);
    }

    private RelayListener start(Desk desk, RelayOptions.At at) {
        try {
            return RelayListener.start(transport, desk, at.host(), at.port());
        } catch (RelayListener.CannotListen inUse) {
            transport.close();
            throw inUse;
        }
    }

    /**
     * Starts one.
     *
     * @param random safe for any thread
     * @throws RelayListener.CannotListen most often because its port is in use
     */
    public static Relay start(RelayOptions options, AccessLog log, InstantSource clock, SecureRandom random) {
        var relay = new Relay(options, log, clock, random);
        var _ = relay.transport.loops().scheduleAtFixedRate(relay::check, 0, CHECK.toMillis(), TimeUnit.MILLISECONDS);
        relay.center.ifPresent(one -> {
            var _ = relay.transport
                    .loops()
                    .scheduleAtFixedRate(() -> relay.lookAtAliases(one), 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
        });
        return relay;
    }

    /** Each connection takes two files, one for either side. */
    private static Sources.Limits fitting(Sources.Limits limits) {
        long files = openFiles();
        int most = (int) Math.max(1, Math.min(Integer.MAX_VALUE, (files - FILES_RESERVED) / 2));
        if (most < limits.total()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "event=relay-connections-lowered from=%d to=%d reason=\"the process may open %d files:"
                                    .formatted(limits.total(), most, files)
                            + " raise the limit (ulimit -n, LimitNOFILE)\"");
        }
        return most < limits.total() ? limits.with(most) : limits;
    }

    /** How many files this process may open; as good as none where the system does not say it as Linux does. */
    private static long openFiles() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/limits"))) {
            return lines.filter(line -> line.startsWith("Max open files"))
                    .map(line -> line.split("\\s{2,}")[1])
                    .filter(soft -> soft.matches("[0-9]+"))
                    .mapToLong(Long::parseLong)
                    .findAny()
                    .orElse(Integer.MAX_VALUE);
        } catch (IOException otherSystem) {
            return Integer.MAX_VALUE;
        }
    }

    private State state(RelayOptions options) {
        var tls = TlsEnd.of(options.tls());
        Map<Lane, Destination> clear = new EnumMap<>(Lane.class);
        Map<Lane, Destination> passed = new EnumMap<>(Lane.class);
        options.lanes().forEach((lane, way) -> {
            backends(lane, way, way.clear(), tls.asked()).ifPresent(there -> clear.put(lane, there));
            backends(lane, way, way.passed(), tls.asked()).ifPresent(there -> passed.put(lane, there));
        });
        List<Backends> all = Stream.concat(clear.values().stream(), passed.values().stream())
                .map(Backends.class::cast)
                .toList();
        return new State(Steering.byNature(new SteeringTable(options.rules()), clear, passed, random), all, tls);
    }

    private Optional<Backends> backends(Lane lane, Way way, List<Backend> servers, Optional<SslContext> asked) {
        if (servers.isEmpty()) {
            return Optional.empty();
        }
        Supplier<Backends> made =
                () -> new Backends(lane, servers, way.header(), new Backends.Means(transport, asked, clock));
        return Optional.of(
                servers.stream().anyMatch(Backend::tls)
                        ? made.get()
                        : kept.computeIfAbsent(new Kept(lane, servers, way.header()), same -> made.get()));
    }

    /** What makes one lane's servers the same as before, so that their health and connections go on. */
    private record Kept(Lane lane, List<Backend> servers, boolean header) {}

    /**
     * Works by these from the next decision on; no connection is dropped. Where it listens, its limits and whom it
     * trusts stay as they were.
     */
    public void replace(RelayOptions options) {
        state = state(options);
        steering = steered();
    }

    private void check() {
        state.backends.forEach(Backends::check);
        state.tls.look();
    }

    /** Reading a file waits for a disk, so on a thread of its own. */
    private void lookAtAliases(SwitchingCenter one) {
        Thread.ofVirtual().start(() -> {
            if (one.look()) {
                steering = steered();
            }
        });
    }

    /** Takes no more connections, lets answers that pass end within that time, and ends. Blocks until done. */
    public void stop(Duration within) {
        center.ifPresent(SwitchingCenter::drain);
        listener.drain(within);
        transport.close();
    }

    /** The port of devices, also when any free one was asked for. */
    public int port() {
        return listener.port();
    }

    /** The port of sites; empty when this is no switching center. */
    public Optional<Integer> tunnelsPort() {
        return center.map(SwitchingCenter::port);
    }

    /** Done as soon as the first site has dialled; never where this is no switching center. */
    public CompletableFuture<Void> firstSite() {
        return center.map(SwitchingCenter::first).orElseGet(CompletableFuture::new);
    }

    /** How many tunnels of sites there are. */
    public int tunnels() {
        return center.map(SwitchingCenter::connections).orElse(0);
    }

    /** Each lane with whether it has a server that works. */
    public SortedMap<String, Boolean> health() {
        SortedMap<String, Boolean> parts = new TreeMap<>();
        for (Backends backends : state.backends) {
            parts.merge(backends.word(), backends.working() > 0, Boolean::logicalAnd);
        }
        return parts;
    }

    /** What it has done. */
    public RelayCounts counts() {
        return counts;
    }

    /** Who is here. */
    public Sources sources() {
        return sources;
    }
}
