package dev.slipway.door.relay.site;

import dev.slipway.base.http.ServerKey;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a site finds its center.
 *
 * @param center HOST and PORT of the center, not looked up yet
 * @param proxy through which it is dialled (HTTP CONNECT); empty for none
 * @param aliases by which the site wants to be found
 * @param own key that is bound to them
 * @param entry code and memory of the center's key
 * @param connections at a time
 */
public record SiteOptions(
        InetSocketAddress center,
        Optional<InetSocketAddress> proxy,
        List<String> aliases,
        ServerKey own,
        Entry entry,
        int connections) {
    public SiteOptions {
        aliases = List.copyOf(aliases);
    }

    /**
     * How the center and the site come to know each other.
     *
     * @param code {@code KEY-SECRET}: the first 26 characters say the center's key, the others bind the alias; empty
     *     when that was done before
     * @param kept file that remembers the center's key after the first time
     */
    public record Entry(String code, Path kept) {}
}
