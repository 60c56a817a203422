package dev.slipway.door.phone.pnp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.channels.DatagramChannel;
import java.util.Optional;

/** Addresses of this machine, and how SIP writes addresses. */
final class Hosts {
    private Hosts() {}

    /** As in a SIP URI: IPv6 in brackets (RFC 3261, section 25.1). */
    static String text(InetAddress address) {
        String text = address.getHostAddress().replaceFirst("%.*$", "");
        return address instanceof Inet6Address ? "[" + text + "]" : text;
    }

    /** The address of ours from which {@code there} is reached; nothing is sent. */
    static InetAddress towards(InetSocketAddress there) {
        try (DatagramChannel probe = DatagramChannel.open()) {
            probe.connect(there);
            return ((InetSocketAddress) probe.getLocalAddress()).getAddress();
        } catch (IOException noWay) {
            return InetAddress.getLoopbackAddress();
        }
    }

    /** The first IPv4 address of an interface; empty when there is no such interface, or it has none. */
    static Optional<InetAddress> of(String networkInterface) {
        return named(networkInterface).flatMap(found -> found.inetAddresses()
                .filter(Inet4Address.class::isInstance)
                .findFirst());
    }

    /** The interface of this name. */
    static Optional<NetworkInterface> named(String name) {
        try {
            return Optional.ofNullable(NetworkInterface.getByName(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
