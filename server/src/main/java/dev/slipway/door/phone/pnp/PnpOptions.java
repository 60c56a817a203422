package dev.slipway.door.phone.pnp;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whom to answer.
 *
 * @param places none to answer nobody
 * @param makers in lower case
 * @param port 5060, where phones ask; 0 takes a free one
 */
public record PnpOptions(List<Place> places, Set<String> makers, int port) {
    public PnpOptions {
        places = List.copyOf(places);
        makers = Set.copyOf(makers);
    }

    /**
     * An interface of this machine, and whose devices are in its network.
     *
     * @param alias of the tenant; empty for the only one
     */
    public record Place(String networkInterface, Optional<String> alias) {}
}
