package dev.slipway.bootloader.portal;

import dev.slipway.bootloader.destination.ActivationDocument;
import dev.slipway.bootloader.destination.ActivationFetch;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Fetches an activation document over a publicly valid connection, or from this machine. What carries a ticket is not
 * asked for over any other; an address that cannot be asked is taken for the portal's own.
 */
public record WebActivation(ProxyChoice proxies) implements ActivationFetch {
    private static final int OK = 200;

    @Override
    public Optional<byte[]> find(URI address) {
        try {
            HttpURLConnection connection = new Line(address, Peer.publiclyValid(), proxies)
                    .open("", Map.of("Accept", ActivationDocument.MEDIA_TYPE));
            boolean document = connection.getResponseCode() == OK
                    && String.valueOf(connection.getContentType()).startsWith(ActivationDocument.MEDIA_TYPE);
            if (!document) {
                return Optional.empty();
            }
            try (InputStream in = connection.getInputStream()) {
                return Optional.of(in.readNBytes(ActivationDocument.BYTES_MAX + 1));
            }
        } catch (IOException e) {
            System.getLogger("dev.slipway.bootloader.portal")
                    .log(System.Logger.Level.DEBUG, "activation.not-fetched cause={0}", e.getMessage());
            return Optional.empty();
        }
    }
}
