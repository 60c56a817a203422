package dev.slipway.door.relay.steer;

import dev.slipway.base.http.PortalPaths;
import dev.slipway.door.relay.peek.ClientHelloReader.Hello;
import dev.slipway.door.relay.peek.RequestHead;
import dev.slipway.door.relay.peek.RequestPath;
import dev.slipway.door.relay.steer.Rule.Look;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The rules in their order; the first that matches says the lane. Immutable, so another one takes its place when the
 * configuration changes.
 */
public final class SteeringTable {
    /** MS-ASHTTP, section 2.2.1.1.1, and MS-OXDISCO: both are met in any case. */
    private static final List<String> ACTIVESYNC =
            List.of("/microsoft-server-activesync", "/autodiscover/autodiscover.xml");

    private final List<Rule> rules;
    private final List<Ready> paths;
    private final List<Rule> hosts;
    private final List<Ready> bytes;

    /** A rule with its bytes ready to be compared. */
    static final class Ready {
        private final byte[] bytes;
        private final boolean anyCase;
        private final Lane lane;

        private Ready(Rule rule) {
            this.bytes = rule.bytes();
            this.anyCase = rule.look() == Look.ANYCASE;
            this.lane = rule.lane();
        }

        byte[] bytes() {
            return bytes;
        }

        Lane lane() {
            return lane;
        }
    }

    /**
     * A table that asks these rules before its own.
     *
     * @param rules of the configuration
     */
    public SteeringTable(List<Rule> rules) {
        this.rules = Stream.concat(rules.stream(), usual()).toList();
        this.paths = looking(Look.PATH, Look.ANYCASE).map(Ready::new).toList();
        this.hosts = looking(Look.HOST).toList();
        this.bytes = looking(Look.BYTES).map(Ready::new).toList();
    }

    private static Stream<Rule> usual() {
        return Stream.concat(
                ACTIVESYNC.stream().map(path -> new Rule(Look.ANYCASE, path, Lane.ACTIVESYNC)),
                PortalPaths.ALL.stream().map(path -> new Rule(Look.PATH, path, Lane.PORTAL)));
    }

    private Stream<Rule> looking(Look... looks) {
        return rules.stream().filter(rule -> List.of(looks).contains(rule.look()));
    }

    /** Every rule, in the order in which they are asked. */
    public List<Rule> rules() {
        return rules;
    }

    /** Where a request belongs; rules that look at its host are asked first. */
    public Lane of(RequestHead head, ByteBuf from) {
        if (!hosts.isEmpty()) {
            String host = host(head, from);
            for (Rule rule : hosts) {
                if (rule.names(host)) {
                    return rule.lane();
                }
            }
        }
        RequestPath path = head.path();
        for (Ready rule : paths) {
            if (path.isAtOrBelow(rule.bytes, rule.anyCase)) {
                return rule.lane;
            }
        }
        return Lane.DEFAULT;
    }

    /** The host that a request names, in lower case and without its port; empty when it names none. */
    public static String host(RequestHead head, ByteBuf from) {
        String text = from.toString(head.hostStart(), head.hostEnd() - head.hostStart(), StandardCharsets.ISO_8859_1);
        int colon = text.lastIndexOf(':');
        return (colon > text.lastIndexOf(']') ? text.substring(0, colon) : text).toLowerCase(Locale.ROOT);
    }

    /** Where TLS that is not opened here belongs: what no rule names is the portal's, reached by any name. */
    public Lane of(Hello hello) {
        for (Rule rule : rules) {
            if (takes(rule, hello)) {
                return rule.lane();
            }
        }
        return Lane.PORTAL;
    }

    private static boolean takes(Rule rule, Hello hello) {
        return switch (rule.look()) {
            case SNI -> rule.names(hello.serverName());
            case ALPN -> hello.protocols().contains(rule.value());
            case PATH, ANYCASE, HOST, BYTES -> false;
        };
    }

    List<Ready> bytes() {
        return bytes;
    }
}
