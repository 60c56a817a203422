package dev.slipway.base.http.probe;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;

/**
 * Tries addresses from this server, a step after the other, until one is not good. A device in another network may find
 * something else. Blocks, at most some {@link Connection#WITHIN} a step; never on an event loop.
 */
public final class Probe {
    /** Ports whose service begins with TLS (IANA service names): https, submissions, imaps, sips and ours. */
    private static final Set<Integer> TLS_PORTS = Set.of(443, 465, 993, 3606, 5061);

    /** Which hosts may be called from here; whoever enters an address stands outside of this network. */
    @FunctionalInterface
    public interface HostRule {
        /** Refuses a host that may not be called. */
        void check(String host) throws UnknownHostException;
    }

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final HostRule rule;
    private final SSLContext trust;
    private final InstantSource clock;

    /** Calls what {@code rule} allows and trusts certificates as {@code trust} does. */
    public Probe(HostRule rule, SSLContext trust, InstantSource clock) {
        this.rule = rule;
        this.trust = trust;
        this.clock = clock;
    }

    /** One that trusts the authorities that Java trusts. */
    public static Probe usual(HostRule rule, InstantSource clock) {
        try {
            return new Probe(rule, SSLContext.getDefault(), clock);
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("this Java has no TLS", broken);
        }
    }

    /** The steps to a file at a web address. */
    public List<Step> file(URI url) {
        boolean https = "https".equals(url.getScheme());
        int usual = https ? HTTPS : HTTP;
        List<Step> steps = new ArrayList<>(reached(url.getHost(), url.getPort() < 0 ? usual : url.getPort(), https));
        if (steps.stream().allMatch(Step::good)) {
            steps.add(new Download(trust).look(url));
        }
        return List.copyOf(steps);
    }

    /** The steps to a service, with TLS where its port has it. */
    public List<Step> service(String host, int port) {
        return reached(host, port, TLS_PORTS.contains(port));
    }

    private List<Step> reached(String host, int port, boolean tls) {
        List<Step> steps = new ArrayList<>();
        try {
            rule.check(host);
            steps.add(new Step("name", true, host + " is known by name."));
        } catch (UnknownHostException unknown) {
            steps.add(new Step(
                    "name", false, "Nobody knows the name %s: correct it, or enter it in DNS.".formatted(host)));
            return steps;
        }
        var connection = new Connection(host, port);
        Optional<String> broken = connection.broken();
        steps.add(new Step(
                "connection",
                broken.isEmpty(),
                broken.map(why ->
                                ("Nothing answers at %s port %d (%s): start it, open the firewall, or correct the port;"
                                                + " what speaks UDP alone never answers here.")
                                        .formatted(host, port, why))
                        .orElseGet(() -> "%s answers at port %d.".formatted(host, port))));
        if (tls && broken.isEmpty()) {
            steps.add(certificate(connection));
        }
        return steps;
    }

    private Step certificate(Connection connection) {
        try {
            return connection.certificate(trust.getSocketFactory(), clock.instant());
        } catch (IOException refused) {
            return new Step(
                    "certificate",
                    false,
                    ("The certificate of %s is not trusted (%s): devices refuse it;"
                                    + " get one of a public authority for this name.")
                            .formatted(connection.host(), Connection.words(refused)));
        }
    }
}
