package dev.slipway.door.gateway.http;

import dev.slipway.base.fleet.Refusal;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/**
 * Which hosts gateways may call. An administrator of a tenant says the address, and the server stands in a network
 * that is not his: so addresses of inner networks are called only when the configuration names the host, and so is
 * plain HTTP.
 *
 * @param inner hosts of inner networks that may be called; a star for all
 */
public record OutboundHosts(Set<String> inner) {
    private static final int UNIQUE_LOCAL_MASK = 0xfe;
    /** fc00::/7 (RFC 4193, section 3.1). */
    private static final int UNIQUE_LOCAL = 0xfc;

    private static final int IPV6_BYTES = 16;

    public OutboundHosts {
        inner = Set.copyOf(inner);
    }

    /** Refuses {@code gateway.field-invalid} an address that is none, or goes in clear to where it must not. */
    void checkForm(URI url) {
        boolean https = "https".equals(url.getScheme());
        boolean http = "http".equals(url.getScheme());
        if (url.getHost() == null || !(https || http)) {
            throw new Refusal("gateway.field-invalid", "The address of a gateway is a whole https address.");
        }
        if (http && !isInner(url.getHost())) {
            throw new Refusal(
                    "gateway.field-invalid",
                    "%s would be called in clear: use https, or name the host in messages.inner_hosts."
                            .formatted(url.getHost()));
        }
    }

    /**
     * Refuses {@code gateway.inner-host}. The name is looked up once more to connect; the JDK keeps an answer for
     * 30 s, so both get the same one.
     */
    public void checkPlace(String host) throws UnknownHostException {
        for (InetAddress address : InetAddress.getAllByName(host)) {
            boolean never = address.isAnyLocalAddress() || address.isLinkLocalAddress() || address.isMulticastAddress();
            if (never || (isInside(address) && !isInner(host))) {
                throw new Refusal(
                        "gateway.inner-host",
                        "%s is a host of an inner network: name it in messages.inner_hosts if gateways may call it."
                                .formatted(host));
            }
        }
    }

    private boolean isInner(String host) {
        return inner.contains("*") || inner.contains(host.toLowerCase(Locale.ROOT));
    }

    private static boolean isInside(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == IPV6_BYTES && (bytes[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
        return address.isLoopbackAddress() || address.isSiteLocalAddress() || uniqueLocal;
    }
}
