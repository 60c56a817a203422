package dev.slipway.door.relay.center;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One line of the alias table.
 *
 * @param name in its normal form
 * @param hosts host names of the site's own that lead to it too (server name of TLS), in lower case
 * @param keys SHA-256 (hex) of the public keys that are bound to it
 * @param code that binds one more; empty when none was given out, or it was used
 * @param disabled whether it leads nowhere
 * @param changes what was done about it, oldest first, for its owner; the last 20
 */
public record Alias(
        String name,
        List<String> hosts,
        List<String> keys,
        Optional<Code> code,
        boolean disabled,
        List<String> changes) {
    private static final int CHANGES_MAX = 20;

    public Alias {
        hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
        keys = List.copyOf(keys);
        changes = List.copyOf(changes);
    }

    /**
     * A code that was given out.
     *
     * @param sha256 of it, hex
     * @param until when it may be used, in milliseconds
     */
    public record Code(String sha256, long until) {}

    static Alias named(String name, List<String> hosts) {
        return new Alias(name, hosts, List.of(), Optional.empty(), false, List.of());
    }

    Alias bound(String key, String change) {
        List<String> both =
                Stream.concat(keys.stream(), Stream.of(key)).distinct().toList();
        return new Alias(name, hosts, both, Optional.empty(), disabled, with(change));
    }

    Alias coded(Code other, boolean keepKeys, String change) {
        return new Alias(name, hosts, keepKeys ? keys : List.of(), Optional.of(other), disabled, with(change));
    }

    Alias disabled(boolean other, String change) {
        return new Alias(name, hosts, keys, code, other, with(change));
    }

    private List<String> with(String change) {
        List<String> all = new ArrayList<>(changes);
        all.add(change);
        return all.subList(Math.max(0, all.size() - CHANGES_MAX), all.size());
    }
}
