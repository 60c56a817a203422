package dev.slipway.core.enroll;

import java.net.InetAddress;

/**
 * Where a request came from.
 *
 * @param address IP address as text; {@code unknown} when there is none
 * @param userAgent as sent; empty when not
 * @param secure whether nobody between could read it
 * @param host name that was asked for, without port; empty when not known
 */
public record Source(String address, String userAgent, boolean secure, String host) {
    private static final int IPV4_BYTES = 4;
    /** /24 of IPv4, /64 of IPv6: what one household or office has. */
    private static final int NETWORK_BYTES_4 = 3;

    private static final int NETWORK_BYTES_6 = 8;

    /** Whether it never left this machine. */
    boolean isLoopback() {
        return isLiteral() && InetAddress.ofLiteral(address).isLoopbackAddress();
    }

    /** The network it came from: /24 or /64 in hexadecimal. */
    public String network() {
        if (!isLiteral()) {
            return "unknown";
        }
        byte[] bytes = InetAddress.ofLiteral(address).getAddress();
        int length = bytes.length == IPV4_BYTES ? NETWORK_BYTES_4 : NETWORK_BYTES_6;
        return java.util.HexFormat.of().formatHex(bytes, 0, length);
    }

    private boolean isLiteral() {
        return !address.isEmpty()
                && address.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == ':' || c == '.')
                && (address.indexOf(':') >= 0 || address.indexOf('.') >= 0);
    }
}
