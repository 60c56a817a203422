package dev.slipway.app.maintenance;

import dev.slipway.admin.cli.Maintenance.Finding;
import dev.slipway.app.config.Config;
import dev.slipway.base.http.ServerKey;
import dev.slipway.base.http.UnusableCertificate;
import dev.slipway.bootloader.protocol.ServerDescription;
import dev.slipway.bootloader.protocol.json.JsonReader;
import dev.slipway.bootloader.protocol.json.Malformed;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at the server from outside: its health, its ports, its certificate and what binds that to the root. */
record ServerCheck(Workplace place) {
    /** An own certificate is renewed with 132 days left, a given one by whoever gives it. */
    private static final Duration CERTIFICATE_LEFT_MIN = Duration.ofDays(14);

    /** One port of the configuration. */
    private record Port(String key, String host, int number) {
        /** Where this machine finds it. */
        String here() {
            return host.equals("*") ? "127.0.0.1" : host;
        }

        String url(String path) {
            return "http://%s:%d%s".formatted(here().contains(":") ? "[" + here() + "]" : here(), number, path);
        }
    }

    List<Finding> findings() {
        Config config = place.config();
        Port management = new Port(
                "management.port",
                config.management().host(),
                config.management().port());
        Optional<Asked> health = Asked.get(management.url("/health/ready"), Optional.empty());
        List<Finding> findings = new ArrayList<>();
        findings.add(health.map(ServerCheck::health).orElseGet(() -> Doctor.good("server", "does not run")));
        if (health.isPresent()) {
            findings.add(rest());
            findings.addAll(certificate(true));
        } else {
            ports(management).map(ServerCheck::isFree).forEach(findings::add);
            findings.addAll(certificate(false));
        }
        return findings;
    }

    private Stream<Port> ports(Port management) {
        Config.Portal portal = place.config().portal();
        Config.Console console = place.config().console();
        return Stream.of(
                new Port("portal.http_port", portal.host(), portal.httpPort()),
                new Port("portal.https_port", portal.host(), portal.httpsPort()),
                new Port("console.port", console.host(), console.port()),
                management);
    }

    private static Finding health(Asked health) {
        return health.status() == 200
                ? Doctor.good("server", "is ready")
                : Doctor.bad("server", "is not ready: " + health.text() + "; look into its log.");
    }

    private Finding rest() {
        Path file = place.data().resolve("admin.token");
        try {
            List<String> lines = Files.readAllLines(file);
            int status = Asked.get(lines.getFirst() + "/api/v1/server", Optional.of(lines.getLast()))
                    .map(Asked::status)
                    .orElse(0);
            return status == 200
                    ? Doctor.good("rest", "answers at " + lines.getFirst())
                    : Doctor.bad("rest", "answers " + status + " at " + lines.getFirst() + ": restart the server.");
        } catch (IOException unreadable) {
            return Doctor.bad(
                    "rest",
                    "The running server is not that of " + place.data() + " (no " + file.getFileName()
                            + "): name its directory with --data.");
        }
    }

    private static Finding isFree(Port port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(port.host().equals("*") ? "0.0.0.0" : port.host(), port.number()));
            return Doctor.good(port.key(), port.number() + " is free");
        } catch (IOException taken) {
            return Doctor.bad(
                    port.key(),
                    "%d cannot be listened on (%s): stop the other program, or choose another port with %s."
                            .formatted(port.number(), taken.getMessage(), port.key()));
        }
    }

    private List<Finding> certificate(boolean running) {
        Path keys = place.data().resolve("keys");
        var given = place.config().portal().tls().certificate();
        Path chain = given.map(Config.Certificate::chain).orElse(keys.resolve("certificate.pem"));
        Path key = given.map(Config.Certificate::key).orElse(keys.resolve("key.pem"));
        if (given.isEmpty() && !Files.exists(chain)) {
            return List.of(Doctor.good("certificate", "made at the first start"));
        }
        try {
            ServerKey shown = ServerKey.given(chain, key, place.means().clock());
            return running ? List.of(days(shown), bound(shown)) : List.of(days(shown));
        } catch (UnusableCertificate unusable) {
            return List.of(Doctor.bad("certificate", unusable.getMessage() + " (" + unusable.code() + ")"));
        }
    }

    private Finding days(ServerKey shown) {
        long days = Duration.between(place.means().clock().instant(), shown.expires())
                .toDays();
        return days >= CERTIFICATE_LEFT_MIN.toDays()
                ? Doctor.good("certificate", days + " days left")
                : Doctor.bad("certificate", days + " days left: put a new one to " + shown.certificate());
    }

    /** By the statement that devices are given: what the server says of itself at its clear port. */
    private Finding bound(ServerKey shown) {
        Config.Portal portal = place.config().portal();
        String url = new Port("portal.http_port", portal.host(), portal.httpPort()).url("/boot/v1/server");
        boolean bound = Asked.get(url, Optional.empty())
                .filter(asked -> asked.status() == 200)
                .map(asked -> bound(shown, asked))
                .orElse(false);
        return bound
                ? Doctor.good("tls-statement", "binds the certificate's key to the root")
                : Doctor.bad(
                        "tls-statement",
                        "What " + url + " says does not bind the certificate's key to the root: look into the log for"
                                + " certificate-kept; the server looks again each minute.");
    }

    private static boolean bound(ServerKey shown, Asked asked) {
        try {
            return ServerDescription.from(JsonReader.document(asked.bytes()))
                    .tls()
                    .document()
                    .get("spki_sha256")
                    .list(at -> at.text())
                    .contains(shown.spkiSha256());
        } catch (Malformed other) {
            return false;
        }
    }
}
