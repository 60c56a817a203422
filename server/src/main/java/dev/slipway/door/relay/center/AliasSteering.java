package dev.slipway.door.relay.center;

import dev.slipway.base.wire.alias.AliasName;
import dev.slipway.door.relay.peek.ClientHelloReader.Hello;
import dev.slipway.door.relay.peek.RequestHead;
import dev.slipway.door.relay.place.Destination;
import dev.slipway.door.relay.place.Steering;
import dev.slipway.door.relay.steer.Lane;
import dev.slipway.door.relay.steer.SteeringTable;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Steering by alias. In this order: the server name or host is one of a site's own, or begins with a label; the path
 * is {@code /at/ALIAS/...}; our own clients' line. What names none is steered by nature, where the center has servers
 * of its own.
 *
 * @param byLabel each alias that leads anywhere, by its label
 * @param byHost the same by the host names of sites
 * @param nowhere where all others lead
 * @param otherwise for what names no alias
 */
record AliasSteering(
        Map<String, AliasPlace> byLabel, Map<String, AliasPlace> byHost, Destination nowhere, Steering otherwise)
        implements Steering {
    private static final byte[] AT = "/at".getBytes(StandardCharsets.US_ASCII);
    private static final int LABEL_LENGTH = 28;

    AliasSteering {
        byLabel = Map.copyOf(byLabel);
        byHost = Map.copyOf(byHost);
    }

    @Override
    public SteeringTable table() {
        return otherwise.table();
    }

    @Override
    public boolean preambles() {
        return true;
    }

    @Override
    public Destination of(Lane lane) {
        return otherwise.of(lane);
    }

    @Override
    public Destination of(RequestHead head, ByteBuf from) {
        if (head.path().isAtOrBelow(AT, false)) {
            String[] parts = head.path().text().split("/", 4);
            return ofAlias(
                    parts.length < 3
                            ? ""
                            : new String(parts[2].getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        }
        return byName(SteeringTable.host(head, from)).orElseGet(() -> otherwise.of(head, from));
    }

    @Override
    public Destination of(Hello hello) {
        return byName(hello.serverName()).orElseGet(() -> otherwise.of(hello));
    }

    /** A name that looks like a label leads to its alias or nowhere, never to the center's own servers. */
    private Optional<Destination> byName(String host) {
        Destination own = byHost.get(host);
        if (own != null) {
            return Optional.of(own);
        }
        int dot = host.indexOf('.');
        String first = (dot < 0 ? host : host.substring(0, dot)).toLowerCase(Locale.ROOT);
        if (first.length() != LABEL_LENGTH || !first.startsWith("a-")) {
            return Optional.empty();
        }
        Destination place = byLabel.get(first);
        return Optional.of(place == null ? nowhere : place);
    }

    @Override
    public Destination ofAlias(String alias) {
        Destination place =
                AliasName.of(alias).map(name -> byLabel.get(name.label())).orElse(null);
        return place == null ? nowhere : place;
    }
}
