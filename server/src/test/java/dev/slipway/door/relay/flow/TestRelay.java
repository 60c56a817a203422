package dev.slipway.door.relay.flow;

import dev.slipway.base.http.clients.Network;
import dev.slipway.door.relay.limit.Sources;
import dev.slipway.door.relay.place.Backend;
import dev.slipway.door.relay.place.Backends;
import dev.slipway.door.relay.place.Destination;
import dev.slipway.door.relay.place.Steering;
import dev.slipway.door.relay.place.Transport;
import dev.slipway.door.relay.steer.Lane;
import dev.slipway.door.relay.steer.Rule;
import dev.slipway.door.relay.steer.SteeringTable;
import dev.slipway.fake.DeviceSocket;
import io.netty.handler.ssl.SslContext;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/** A relay on a free port of this machine, with lanes to servers that a test gives. */
final class TestRelay implements AutoCloseable {
    static final Sources.Limits LOOSE = new Sources.Limits(100_000, 100_000, 50_000, 50_000, 0, 100_000);

    final Transport transport = new Transport(new SecureRandom());
    final RelayCounts counts = new RelayCounts();
    final List<String> lines = new CopyOnWriteArrayList<>();
    final Sources sources;
    final RelayListener listener;

    /** How it differs from the usual one. */
    record Setting(
            Sources.Limits limits,
            boolean header,
            Optional<SslContext> tls,
            List<Network> trusted,
            List<Rule> rules,
            Duration opening) {
        Setting() {
            this(LOOSE, false, Optional.empty(), List.of(), List.of(), Desk.OPENING);
        }

        Setting with(Sources.Limits other) {
            return new Setting(other, header, tls, trusted, rules, opening);
        }

        Setting telling() {
            return new Setting(limits, true, tls, trusted, rules, opening);
        }

        Setting with(SslContext other) {
            return new Setting(limits, header, Optional.of(other), trusted, rules, opening);
        }

        Setting trusting(String networks) {
            return new Setting(limits, header, tls, Network.read(networks), rules, opening);
        }

        Setting ruled(String text) {
            return new Setting(limits, header, tls, trusted, Rule.read(text), opening);
        }

        Setting opening(Duration other) {
            return new Setting(limits, header, tls, trusted, rules, other);
        }
    }

    TestRelay(Setting setting, Map<Lane, int[]> clear, Map<Lane, int[]> passed) {
        sources = new Sources(setting.limits, InstantSource.system());
        var steering = Steering.byNature(
                new SteeringTable(setting.rules),
                places(clear, setting.header),
                places(passed, setting.header),
                new SecureRandom());
        var log = new AccessLog() {
            @Override
            public boolean isOn() {
                return true;
            }

            @Override
            public void line(String json) {
                lines.add(json);
            }
        };
        var desk = new Desk(
                () -> steering,
                sources,
                counts,
                log,
                () -> setting.tls,
                new Desk.Entry(setting.trusted, setting.opening));
        listener = RelayListener.start(transport, desk, "127.0.0.1", 0);
    }

    private Map<Lane, Destination> places(Map<Lane, int[]> ports, boolean header) {
        Map<Lane, Destination> places = new EnumMap<>(Lane.class);
        ports.forEach((lane, each) -> places.put(
                lane,
                new Backends(
                        lane,
                        IntStream.of(each)
                                .mapToObj(port -> new Backend("127.0.0.1", port, false))
                                .toList(),
                        header,
                        new Backends.Means(transport, Optional.empty(), InstantSource.system()))));
        return places;
    }

    DeviceSocket call() throws java.io.IOException {
        return new DeviceSocket(listener.port());
    }

    @Override
    public void close() {
        listener.drain(Duration.ZERO);
        transport.close();
    }
}
