package dev.slipway.bootloader.protocol;

import dev.slipway.bootloader.protocol.json.Json;
import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.JsonObject;
import dev.slipway.bootloader.protocol.trust.Envelope;
import dev.slipway.bootloader.protocol.trust.RootChain;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The body of {@code GET /boot/v1/server}. It comes before any trust: only what the signed parts prove counts.
 *
 * @param name what people call the server
 * @param alias the tenant's public name
 * @param addresses where it is
 * @param roots root documents in the order of their versions, 1 to {@value RootChain#ROOTS_MAX}
 * @param tls the statement that binds its TLS keys to the root
 * @param time its clock, to explain expiry to a person; never believed
 */
public record ServerDescription(
        String name, String alias, Addresses addresses, List<Envelope> roots, Envelope tls, Instant time) {
    /** Of the protocol that this house speaks. */
    public static final int PROTOCOL = 1;

    /**
     * Where a server is.
     *
     * @param publicUrl as links and messages say it
     * @param tlsUrl where log-on is taken
     */
    public record Addresses(URI publicUrl, URI tlsUrl) {}

    public ServerDescription {
        roots = List.copyOf(roots);
        time = time.truncatedTo(ChronoUnit.SECONDS);
        if (roots.isEmpty() || roots.size() > RootChain.ROOTS_MAX) {
            throw new IllegalArgumentException("a server shows 1 to " + RootChain.ROOTS_MAX + " root documents");
        }
    }

    /** The description in a document. */
    public static ServerDescription from(JsonAt at) {
        at.get("protocol").whole(PROTOCOL, PROTOCOL);
        return at.read(
                "a server description",
                () -> new ServerDescription(
                        at.get("name").text(),
                        at.get("alias").text(),
                        new Addresses(
                                URI.create(at.get("public_url").text()),
                                URI.create(at.get("tls_url").text())),
                        at.get("roots").list(Envelope::from),
                        Envelope.from(at.get("tls")),
                        at.get("time").instant()));
    }

    /** The description as the wire carries it. */
    public JsonObject toJson() {
        return JsonObject.EMPTY
                .with("protocol", PROTOCOL)
                .with("name", name)
                .with("alias", alias)
                .with("public_url", addresses.publicUrl().toString())
                .with("tls_url", addresses.tlsUrl().toString())
                .with("roots", Json.of(roots.stream().map(Envelope::toJson).toList()))
                .with("tls", tls.toJson())
                .with("time", time.toString());
    }
}
