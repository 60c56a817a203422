package dev.slipway.door.relay.steer;

import dev.slipway.base.http.PortalPaths;
import dev.slipway.door.relay.peek.ClientHello;
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
    private final List<PathRule> paths;
    private final List<Rule> hosts;
    private final List<ByteRule> bytes;

    private record PathRule(byte[] path, boolean anyCase, Lane lane) {
        static PathRule of(Rule rule) {
            return new PathRule(rule.bytes(), rule.look() == Look.ANYCASE, rule.lane());
        }
    }

    /** First bytes that lead to a lane. */
    record ByteRule(byte[] bytes, Lane lane) {}

    /**
     * A table that asks these rules before its own.
     *
     * @param rules of the configuration
     */
    public SteeringTable(List<Rule> rules) {
        this.rules = Stream.concat(rules.stream(), usual()).toList();
        this.paths = looking(Look.PATH, Look.ANYCASE).map(PathRule::of).toList();
        this.hosts = looking(Look.HOST).toList();
        this.bytes = looking(Look.BYTES)
                .map(rule -> new ByteRule(rule.bytes(), rule.lane()))
                .toList();
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
        for (PathRule rule : paths) {
            if (path.isAtOrBelow(rule.path, rule.anyCase)) {
                return rule.lane;
            }
        }
        return Lane.DEFAULT;
    }

    private static String host(RequestHead head, ByteBuf from) {
        String text = from.toString(head.hostStart(), head.hostEnd() - head.hostStart(), StandardCharsets.ISO_8859_1);
        int colon = text.lastIndexOf(':');
        return (colon > text.lastIndexOf(']') ? text.substring(0, colon) : text).toLowerCase(Locale.ROOT);
    }

    /** Where TLS that is not opened here belongs: what no rule names is the portal's, which phones reach by any name. */
    public Lane of(ClientHello hello) {
        for (Rule rule : rules) {
            if (rule.look() == Look.SNI && rule.names(hello.serverName())
                    || rule.look() == Look.ALPN && hello.protocols().contains(rule.value())) {
                return rule.lane();
            }
        }
        return Lane.PORTAL;
    }

    List<ByteRule> bytes() {
        return bytes;
    }
}
