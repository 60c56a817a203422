package dev.slipway.app;

import dev.slipway.app.config.Config;
import dev.slipway.app.config.RelayConfig;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.http.OwnCertificate;
import dev.slipway.door.relay.flow.AccessLog;
import dev.slipway.door.relay.flow.Desk;
import dev.slipway.door.relay.flow.Reception;
import dev.slipway.door.relay.flow.RelayCounts;
import dev.slipway.door.relay.limit.Sources;
import dev.slipway.door.relay.place.Backend;
import dev.slipway.door.relay.place.Backends;
import dev.slipway.door.relay.place.Destination;
import dev.slipway.door.relay.place.Steering;
import dev.slipway.door.relay.place.Transport;
import dev.slipway.door.relay.site.Site;
import dev.slipway.door.relay.steer.Lane;
import dev.slipway.door.relay.steer.SteeringTable;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tunnels of {@code serve} to a switching center: what comes through reaches the portal's ports for relays. */
final class CenterLink {
    /** Of all devices that come through tunnels; the center has limited each source already. */
    private static final int CONNECTIONS_MAX = 20_000;

    private static final Sources.Limits LIMITS =
            new Sources.Limits(CONNECTIONS_MAX, CONNECTIONS_MAX, CONNECTIONS_MAX, CONNECTIONS_MAX, 0, CONNECTIONS_MAX);

    private CenterLink() {}

    /**
     * Starts dialling; ends with the server.
     *
     * @param aliases of this server's tenants, taken when the configuration names none
     * @param directory where the key of this site and the center's are kept
     */
    static void start(
            RelayConfig.Center config, Config.Relays portal, List<String> aliases, Path directory, Started started) {
        if (portal.networks().isEmpty()) {
            throw new Refusal(
                    "config.contradiction",
                    "relay.center needs the portal's ports for relays: let portal.relay_networks name 127.0.0.0/8.");
        }
        var random = new SecureRandom();
        var clock = InstantSource.system();
        var transport = new Transport(random);
        started.ending(transport::close);
        var options = new Site.Options(
                config.center(),
                config.proxy(),
                config.aliases().isEmpty() ? aliases : config.aliases(),
                new OwnCertificate(directory, clock, random).serving(List.of("localhost")),
                new Site.Options.Entry(config.code().reveal(), directory.resolve("center-key")),
                config.connections());
        var reception = new Reception(transport, desk(transport, portal, random));
        started.ending(Site.start(transport, options, reception, clock, random)::close);
    }

    private static Desk desk(Transport transport, Config.Relays portal, SecureRandom random) {
        var means = new Backends.Means(transport, Optional.empty(), InstantSource.system());
        Steering steering = Steering.byNature(
                new SteeringTable(List.of()),
                Map.of(Lane.PORTAL, portal(portal.host(), portal.httpPort(), means)),
                Map.of(Lane.PORTAL, portal(portal.host(), portal.httpsPort(), means)),
                random);
        return new Desk(
                () -> steering,
                new Sources(LIMITS, InstantSource.system()),
                new RelayCounts(),
                AccessLog.NONE,
                Optional::empty,
                new Desk.Entry(List.of(), Desk.OPENING));
    }

    private static Destination portal(String host, int port, Backends.Means means) {
        return new Backends(
                Lane.PORTAL, List.of(new Backend(host.equals("*") ? "127.0.0.1" : host, port, false)), true, means);
    }
}
