package dev.slipway.bootloader.contact;

import dev.slipway.bootloader.outcome.Exit;
import dev.slipway.bootloader.outcome.Refusal;
import dev.slipway.bootloader.portal.Answer;
import dev.slipway.bootloader.portal.Line;
import dev.slipway.bootloader.portal.Line.Shown;
import dev.slipway.bootloader.portal.Peer;
import dev.slipway.bootloader.portal.ProxyChoice;
import dev.slipway.bootloader.protocol.ServerDescription;
import dev.slipway.bootloader.protocol.json.JsonReader;
import dev.slipway.bootloader.protocol.trust.KeyFingerprint;
import dev.slipway.bootloader.protocol.trust.RootChain;
import dev.slipway.bootloader.protocol.trust.RootDocument;
import dev.slipway.bootloader.protocol.trust.TlsStatement;
import dev.slipway.bootloader.protocol.trust.TrustedRoot;
import dev.slipway.bootloader.terminal.Terminal;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds out whether a server is the right one, before anything secret is sent (DESIGN.md section 8.2).
 *
 * <p>{@code GET /boot/v1/server} is asked over a connection that proves nothing. With a key, or a root believed
 * earlier, the answer must hold a chain of roots from there and a signed statement that binds the public key of that
 * very connection's certificate; every later connection must show a key of the statement. Without one, the
 * certificate must be publicly valid, or a person compares the fingerprint, which then is the key.
 */
final class Introduction {
    private static final String SERVER = "boot/v1/server";
    private static final int OK = 200;

    private final ProxyChoice proxies;
    private final Terminal terminal;
    private final InstantSource clock;

    Introduction(ProxyChoice proxies, Terminal terminal, InstantSource clock) {
        this.proxies = proxies;
        this.terminal = terminal;
        this.clock = clock;
    }

    /** Meets the first server of {@code bases} that can be reached, by the key of the message if there is one. */
    Met meet(List<URI> bases, Optional<KeyFingerprint> key) {
        Optional<Refusal> last = Optional.empty();
        for (URI base : bases) {
            try {
                return meet(base, key);
            } catch (Refusal refusal) {
                if (refusal.exit() != Exit.UNREACHABLE) {
                    throw refusal;
                }
                last = Optional.of(refusal);
            }
        }
        throw last.orElseThrow();
    }

    /** Meets a server again whose root is believed already; its key, if it had one, stays the measure. */
    Met meetAgain(URI base, TrustedRoot believed, Optional<KeyFingerprint> key) {
        Shown shown = show(base);
        ServerDescription server = server(shown.answer());
        TrustedRoot root = RootChain.from(believed, server.roots(), clock.instant());
        return key.isPresent() ? bound(base, shown, server, root, key) : open(base, server, root);
    }

    private Met meet(URI base, Optional<KeyFingerprint> key) {
        Shown shown = show(base);
        ServerDescription server = server(shown.answer());
        if (key.isPresent()) {
            return bound(base, shown, server, RootChain.from(key.get(), server.roots(), clock.instant()), key);
        }
        KeyFingerprint fingerprint = fingerprint(server);
        TrustedRoot root = RootChain.from(fingerprint, server.roots(), clock.instant());
        if (shown.certificate().isEmpty() || isPubliclyValid(base)) {
            return open(base, server, root);
        }
        askWhether(base, fingerprint);
        return bound(base, shown, server, root, Optional.of(fingerprint));
    }

    private Met bound(URI base, Shown shown, ServerDescription server, TrustedRoot root, Optional<KeyFingerprint> key) {
        TlsStatement statement = TlsStatement.verified(server.tls(), root, clock.instant());
        if (shown.certificate().isPresent()
                && !statement.binds(shown.certificate().get())) {
            throw new Refusal(
                    "tls.not-bound",
                    "The certificate of " + base + " is not the one of the server with this key; somebody may stand"
                            + " between. Nothing was sent. Ask the administrator.",
                    Exit.NOT_ALLOWED);
        }
        return new Met(server, root, key, new Line(base, Peer.bound(statement), proxies));
    }

    private Met open(URI base, ServerDescription server, TrustedRoot root) {
        return new Met(server, root, Optional.empty(), new Line(base, Peer.publiclyValid(), proxies));
    }

    private Shown show(URI base) {
        return new Line(base, Peer.unproven(), proxies).show(SERVER);
    }

    private boolean isPubliclyValid(URI base) {
        try {
            return new Line(base, Peer.publiclyValid(), proxies)
                            .get(SERVER, java.util.Map.of())
                            .status()
                    == OK;
        } catch (Refusal refusal) {
            System.getLogger("dev.slipway.bootloader.contact")
                    .log(System.Logger.Level.DEBUG, () -> "certificate.not-public cause=" + refusal.sentence());
            return false;
        }
    }

    private void askWhether(URI base, KeyFingerprint fingerprint) {
        terminal.say("The certificate of " + base + " is signed by nobody this machine knows. The server's key is:");
        terminal.say("    " + fingerprint);
        String answer = terminal.ask("Is it the key that your administrator gave you? Type yes or no:")
                .orElse("no");
        if (!answer.toLowerCase(Locale.ROOT).matches("y|yes")) {
            throw new Refusal(
                    "trust.key-needed",
                    "The server " + base + " could not prove who it is; give the message with its key, or --key.",
                    Exit.NOT_ALLOWED);
        }
    }

    private static ServerDescription server(Answer answer) {
        if (answer.status() != OK) {
            throw answer.refusal("the question who it is");
        }
        return ServerDescription.from(JsonReader.document(answer.body()));
    }

    /** The key that made the first root shown; it is believed only if something else vouches for it. */
    private static KeyFingerprint fingerprint(ServerDescription server) {
        RootDocument first = RootDocument.from(server.roots().get(0));
        return Optional.ofNullable(first.roles().get(RootDocument.ROOT)).stream()
                .flatMap(role -> role.keyIds().stream())
                .sorted()
                .flatMap(id -> Optional.ofNullable(first.keys().get(id)).stream())
                .findFirst()
                .map(KeyFingerprint::of)
                .orElseThrow();
    }
}
