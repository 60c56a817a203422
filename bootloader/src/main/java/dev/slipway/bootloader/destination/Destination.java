package dev.slipway.bootloader.destination;

import dev.slipway.bootloader.outcome.Refusal;
import java.util.Optional;

/**
 * Everything said about where to go, before anything is believed.
 *
 * @param place the server; empty when only a key or a login is known
 * @param key the fingerprint of the server's root key, as written
 * @param ticket an activation's one-time right, instead of login and password
 * @param login who logs on, when that is known beforehand
 * @param hint an address from the message that may lead to the server when an alias does not say
 */
public record Destination(
        Optional<Place> place,
        Optional<String> key,
        Optional<String> ticket,
        Optional<String> login,
        Optional<String> hint) {
    /** Nothing said. */
    public static final Destination NONE =
            new Destination(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** A place and nothing else. */
    public static Destination of(Place place) {
        return NONE.at(Optional.of(place));
    }

    /** The same with another place. */
    public Destination at(Optional<? extends Place> other) {
        return new Destination(other.map(Place.class::cast), key, ticket, login, hint);
    }

    /** The same with another key and login, as options of the command line say them. */
    public Destination with(Optional<String> fingerprint, Optional<String> name) {
        return new Destination(place, fingerprint, ticket, name, hint);
    }

    /** The same with another key. */
    public Destination known(Optional<String> fingerprint) {
        return new Destination(place, fingerprint, ticket, login, hint);
    }

    /**
     * The place that three words name: an alias, or a host with a port, never both (seed 1: switching-center users
     * enter only the alias, all others only host and port).
     */
    static Optional<Place> place(Optional<String> alias, Optional<String> host, Optional<String> port) {
        if (alias.isPresent() && (host.isPresent() || port.isPresent())) {
            throw Refusal.check(
                    "message.alias-and-host",
                    "Both an alias and a host or port are given; keep the alias, or the host and the port.");
        }
        if (alias.isPresent()) {
            return Optional.of(new Place.Alias(alias.get(), Optional.empty()));
        }
        if (host.isEmpty() && port.isPresent()) {
            throw Refusal.check("message.port-without-host", "A port is given without a host; add the host.");
        }
        return host.map(name -> new Place.Host(name, port.map(Destination::port).orElse(Place.Host.PORT_USUAL)));
    }

    private static int port(String digits) {
        if (!digits.matches("[0-9]{1,5}")) {
            throw Refusal.check("destination.invalid", "The port " + digits + " is not a number from 1 to 65535.");
        }
        return Integer.parseInt(digits);
    }
}
