package dev.slipway.door.relay;

import dev.slipway.base.http.clients.Network;
import dev.slipway.door.relay.limit.Sources;
import dev.slipway.door.relay.place.Backend;
import dev.slipway.door.relay.steer.Lane;
import dev.slipway.door.relay.steer.Rule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a relay works. Where it listens and what it bears is said once, at its start; the rest may be replaced while it
 * works.
 *
 * @param lanes where each lane leads; a lane that is missing leads nowhere
 * @param trusted networks whose connections must begin with a PROXY header, and are believed
 */
public record RelayOptions(
        At at, Sources.Limits limits, Map<Lane, Way> lanes, List<Rule> rules, Tls tls, List<Network> trusted) {
    public RelayOptions {
        lanes = Map.copyOf(lanes);
        rules = List.copyOf(rules);
        trusted = List.copyOf(trusted);
    }

    /**
     * Where it listens; port 0 takes a free one.
     *
     * @param tunnels for sites, when it is a switching center
     */
    public record At(String host, int port, Optional<Tunnels> tunnels) {}

    /**
     * What makes it a switching center.
     *
     * @param directory of its key and its alias table
     */
    public record Tunnels(String host, int port, Path directory) {}

    /**
     * The servers of a lane.
     *
     * @param clear for what this relay has read
     * @param passed for TLS that it does not open
     * @param header whether both are told by a PROXY header for whom a connection is made
     */
    public record Way(List<Backend> clear, List<Backend> passed, boolean header) {
        public Way {
            clear = List.copyOf(clear);
            passed = List.copyOf(passed);
        }
    }

    /**
     * What is done about TLS.
     *
     * @param shown chain and key (PEM) of TLS that ends here, read again when they change; empty: TLS is passed through
     * @param authorities by whom certificates of {@code tls://} servers must be signed (PEM); empty: the usual ones
     */
    public record Tls(Optional<Shown> shown, Optional<Path> authorities) {
        /** Certificate chain and private key, PEM. */
        public record Shown(Path chain, Path key) {}
    }
}
