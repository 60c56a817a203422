package dev.slipway.bootloader.portal;

import dev.slipway.bootloader.destination.Addresses;
import dev.slipway.bootloader.outcome.Refusal;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which HTTP proxy leads to an address, by the variables that most programs honor: {@code https_proxy},
 * {@code http_proxy}, {@code all_proxy} and {@code no_proxy}, in small letters first, then in capitals. No authority
 * wrote these down; a proxy that wants a password is not supported.
 */
public final class ProxyChoice {
    private static final int PORT_USUAL = 80;

    private final Map<String, String> environment;

    public ProxyChoice(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** The proxy for {@code address}, or none. */
    public Proxy of(URI address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        if (Addresses.loopback(host) || direct(host)) {
            return Proxy.NO_PROXY;
        }
        return variable(address.getScheme() + "_proxy")
                .or(() -> variable("all_proxy"))
                .map(ProxyChoice::proxy)
                .orElse(Proxy.NO_PROXY);
    }

    private boolean direct(String host) {
        List<String> exceptions = variable("no_proxy")
                .map(text -> Arrays.asList(text.split("[,\\s]+")))
                .orElse(List.of());
        return exceptions.stream()
                .map(name ->
                        name.toLowerCase(Locale.ROOT).replaceAll(":[0-9]+$", "").replaceAll("^\\*?\\.", ""))
                .anyMatch(name ->
                        name.equals("*") || host.equals(name) || (!name.isEmpty() && host.endsWith("." + name)));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name))
                .or(() -> Optional.ofNullable(environment.get(name.toUpperCase(Locale.ROOT))))
                .filter(value -> !value.isBlank());
    }

    private static Proxy proxy(String value) {
        try {
            URI uri = URI.create(value.contains("://") ? value : "http://" + value);
            String host = Optional.ofNullable(uri.getHost()).orElseThrow(IllegalArgumentException::new);
            int port = uri.getPort() < 0 ? PORT_USUAL : uri.getPort();
            return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
        } catch (IllegalArgumentException e) {
            throw Refusal.check(
                    "proxy.invalid", "The proxy " + value + " of the environment is no address; correct it.");
        }
    }
}
