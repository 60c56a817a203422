package dev.slipway.base.http.clients;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Addresses that share their first bits, as {@code 10.0.0.0/8} or {@code 2001:db8::/32}.
 *
 * @param bits how many
 */
public record Network(InetAddress address, int bits) {
    /**
     * Reads networks with commas between them.
     *
     * @throws IllegalArgumentException names one that is none
     */
    public static List<Network> read(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(Network::one)
                .toList();
    }

    private static Network one(String text) {
        String[] parts = text.split("/", 2);
        try {
            if (!parts[0].matches("[0-9a-fA-F:.]+")) {
                throw new UnknownHostException(text);
            }
            InetAddress address = InetAddress.getByName(parts[0]);
            int all = address.getAddress().length * 8;
            int bits = parts.length == 1 ? all : Integer.parseInt(parts[1]);
            if (bits < 0 || bits > all) {
                throw new NumberFormatException(text);
            }
            return new Network(address, bits);
        } catch (UnknownHostException | NumberFormatException unreadable) {
            throw new IllegalArgumentException(
                    "\"%s\" is no network: write an address, a slash and how many bits count, as 10.0.0.0/8"
                            .formatted(text));
        }
    }

    /** Whether the address is one of them. */
    public boolean has(InetAddress other) {
        byte[] own = address.getAddress();
        byte[] its = other.getAddress();
        if (own.length != its.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((own[bit / 8] & mask) != (its[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
