package dev.slipway.base.http.clients;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSession;

/**
 * A certificate that a caller showed, and whose private key it has.
 *
 * @param sha256 of its DER form, hexadecimal
 * @param names common names and serial numbers of its subject; none when in doubt
 * @param doubt why it proves nothing; empty when an authority of the configuration issued it and it is in force
 */
public record ClientCertificate(String sha256, List<String> names, Optional<String> doubt) {
    /** Under this name a session keeps what was found when its connection was made. */
    static final String KEPT = ClientCertificate.class.getName();

    public ClientCertificate {
        names = List.copyOf(names);
    }

    /** The one that the caller of a request showed. */
    public static Optional<ClientCertificate> of(HttpServerRequest request) {
        SSLSession session = request.sslSession();
        return session != null && session.getValue(KEPT) instanceof ClientCertificate kept
                ? Optional.of(kept)
                : Optional.empty();
    }
}
