package dev.slipway.bench.relay;

import dev.slipway.base.http.PortalPaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands between the load and the backend. */
enum Kind {
    /** Our own, as an administrator starts it, with the AOT cache that {@code ./slipway} keeps. */
    RELAY("relay", Optional.empty()),
    /** The same task: each request is read and led by its path. */
    HAPROXY("HAProxy http", Optional.of("haproxy-http.cfg")),
    /** The same, that makes a connection to the backend for each of a device's, as ours must (PROXY header, NTLM). */
    HAPROXY_OWN("HAProxy http, no reuse", Optional.of("haproxy-own.cfg")),
    /** Each connection is led by its first bytes. */
    HAPROXY_TCP("HAProxy tcp", Optional.of("haproxy-tcp.cfg")),
    /** Passes connections on unread: its preread knows TLS only. */
    STREAM("nginx stream", Optional.of("stream.conf")),
    /** Each connection is led by its first bytes. */
    SSLH("sslh-select", Optional.empty());

    private static final String UNLIMITED = "1000000";

    private final String told;
    private final Optional<String> template;

    Kind(String told, Optional<String> template) {
        this.told = told;
        this.template = template;
    }

    /** As it stands in the head of a table. */
    String told() {
        return told;
    }

    /** Its configuration file, a resource with {@code ${...}} in it. */
    Optional<String> template() {
        return template;
    }

    /** With select(2) it ends itself at 509 connections. */
    int idleConnectionsMax() {
        return this == SSLH ? 400 : Integer.MAX_VALUE;
    }

    /** The command that starts it. */
    List<String> words(String file, int port, int management, int backend) {
        return switch (this) {
            case RELAY -> relay(port, management, backend);
            case HAPROXY, HAPROXY_OWN, HAPROXY_TCP -> List.of("haproxy", "-db", "-q", "-f", file);
            case STREAM -> List.of("nginx", "-c", file);
            case SSLH ->
                List.of(
                        "sslh-select",
                        "--foreground",
                        "--listen",
                        "127.0.0.1:" + port,
                        "--http",
                        "127.0.0.1:" + backend,
                        "--pidfile",
                        file);
        };
    }

    private static List<String> relay(int port, int management, int backend) {
        var words = new ArrayList<>(List.of(System.getProperty("slipway.home") + "/slipway", "relay"));
        for (String setting : List.of(
                "log.level=warning",
                "relay.host=127.0.0.1",
                "relay.port=" + port,
                "relay.management_port=" + management,
                "relay.portal=127.0.0.1:" + backend,
                "relay.portal_header=false",
                "relay.portal_tls=",
                "relay.access_log=false",
                "relay.connections_max=" + UNLIMITED,
                "relay.source_rate=" + UNLIMITED,
                "relay.source_burst=" + UNLIMITED,
                "relay.source_connections=" + UNLIMITED,
                "relay.source_opening=" + UNLIMITED,
                "relay.drain_seconds=0")) {
            words.addAll(List.of("--set", setting));
        }
        return List.copyOf(words);
    }

    /** The portal's paths as HAProxy's {@code path_beg} takes them. */
    static String paths() {
        return String.join("/ ", PortalPaths.ALL) + "/";
    }
}
