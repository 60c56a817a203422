package dev.slipway.door.relay.center;

import dev.slipway.base.http.OwnCertificate;
import dev.slipway.base.http.ServerKey;
import dev.slipway.door.relay.flow.AccessLog;
import dev.slipway.door.relay.flow.Desk;
import dev.slipway.door.relay.flow.Reception;
import dev.slipway.door.relay.flow.RelayCounts;
import dev.slipway.door.relay.flow.RelayListener;
import dev.slipway.door.relay.limit.Sources;
import dev.slipway.door.relay.place.Backend;
import dev.slipway.door.relay.place.Backends;
import dev.slipway.door.relay.place.Steering;
import dev.slipway.door.relay.place.Transport;
import dev.slipway.door.relay.site.Site;
import dev.slipway.door.relay.steer.Lane;
import dev.slipway.door.relay.steer.SteeringTable;
import dev.slipway.fake.DeviceSocket;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A switching center on free ports of this machine. */
final class TestCenter implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Sources.Limits LOOSE = new Sources.Limits(100_000, 100_000, 50_000, 50_000, 0, 100_000);

    final Aliases aliases;
    final RelayCounts counts = new RelayCounts();
    final ServerKey key;
    private final Transport transport = new Transport(RANDOM);
    private final SwitchingCenter center;
    private final RelayListener listener;
    private final Path directory;

    TestCenter(Path directory) {
        this(directory, 0, 0);
    }

    TestCenter(Path directory, int devices, int tunnels) {
        this.directory = directory;
        this.aliases = new Aliases(directory.resolve("center"), InstantSource.system(), RANDOM);
        this.key = aliases.key();
        this.center =
                SwitchingCenter.start(transport, new SwitchingCenter.At("127.0.0.1", tunnels, key), aliases, RANDOM);
        Steering otherwise = Steering.byNature(new SteeringTable(List.of()), Map.of(), Map.of(), RANDOM);
        var desk = new Desk(
                () -> center.over(otherwise),
                new Sources(LOOSE, InstantSource.system()),
                counts,
                AccessLog.NONE,
                Optional::empty,
                new Desk.Entry(List.of(), Desk.OPENING));
        this.listener = RelayListener.start(transport, desk, "127.0.0.1", devices);
    }

    private ServerKey key(String name) {
        return new OwnCertificate(directory.resolve(name), InstantSource.system(), RANDOM)
                .serving(List.of("a.example"));
    }

    int devices() {
        return listener.port();
    }

    int tunnels() {
        return center.port();
    }

    SwitchingCenter center() {
        return center;
    }

    DeviceSocket call() throws IOException {
        return new DeviceSocket(listener.port());
    }

    /** The code for a site, as a person would copy it. */
    String code(String alias) {
        String code = aliases.code(alias, Duration.ofHours(1), false);
        center.look();
        return code;
    }

    /** A site that dials here. */
    TestSite site(String name, String alias, String code, int portal) {
        return new TestSite(name, alias, code, portal);
    }

    @Override
    public void close() {
        center.drain();
        listener.drain(Duration.ZERO);
        transport.close();
    }

    /** A server that dials a center. */
    final class TestSite implements AutoCloseable {
        final Site site;
        private final Transport own = new Transport(RANDOM);

        private TestSite(String name, String alias, String code, int portal) {
            var means = new Backends.Means(own, Optional.empty(), InstantSource.system());
            var there = new Backends(Lane.PORTAL, List.of(new Backend("127.0.0.1", portal, false)), false, means);
            Steering steering = Steering.byNature(
                    new SteeringTable(List.of()),
                    Map.of(Lane.PORTAL, there, Lane.DEFAULT, there),
                    Map.of(Lane.PORTAL, there),
                    RANDOM);
            var desk = new Desk(
                    () -> steering,
                    new Sources(LOOSE, InstantSource.system()),
                    new RelayCounts(),
                    AccessLog.NONE,
                    Optional::empty,
                    new Desk.Entry(List.of(), Desk.OPENING));
            this.site = Site.start(
                    own,
                    new Site.Options(
                            InetSocketAddress.createUnresolved("127.0.0.1", tunnels()),
                            Optional.empty(),
                            List.of(alias),
                            key(name),
                            new Site.Options.Entry(code, directory.resolve(name).resolve("center-key")),
                            2),
                    new Reception(own, desk),
                    InstantSource.system(),
                    RANDOM);
        }

        @Override
        public void close() {
            site.close();
            own.close();
        }
    }
}
