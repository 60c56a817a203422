package dev.slipway.door.relay.flow;

import dev.slipway.base.http.clients.Network;
import dev.slipway.door.relay.limit.Sources;
import dev.slipway.door.relay.place.Steering;
import io.netty.handler.ssl.SslContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What all connections of a listener share.
 *
 * @param steering asked anew for each decision, so that another configuration holds from the next one on
 * @param tls what is shown when TLS ends here; empty when it is passed through
 */
public record Desk(
        Supplier<Steering> steering,
        Sources sources,
        RelayCounts counts,
        AccessLog log,
        Supplier<Optional<SslContext>> tls,
        Entry entry) {
    /** 5 s. */
    public static final Duration OPENING = Duration.ofSeconds(5);

    /**
     * What a connection must do first.
     *
     * @param trusted networks whose connections must begin with a PROXY header
     * @param opening until it must have said what it is; absolute, however its bytes are spread
     */
    public record Entry(List<Network> trusted, Duration opening) {
        public Entry {
            trusted = List.copyOf(trusted);
        }
    }
}
