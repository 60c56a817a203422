package dev.slipway.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that nobody reaches from outside, found by its alias through a center in a process of its own. */
class SwitchingCenterJourney {
    private static final Duration WITHIN = Duration.ofSeconds(30);
    private static final String ALIAS = "it@example.com";
    private static final String HOST = "phones.example.com";

    @TempDir
    Path directory;

    private final int port = RelayProgram.freePort();
    private final int tunnels = RelayProgram.freePort();

    @BeforeEach
    void peers() {
        PeerProgram.assumeInstalled();
    }

    private RelayProgram center() {
        return RelayProgram.center(port, tunnels, directory.resolve("data"), directory);
    }

    private House site(String code) throws IOException {
        return House.with(
                "relay.center=127.0.0.1:" + tunnels,
                "relay.code=" + code,
                "portal.relay_networks=127.0.0.0/8",
                "portal.relay_http_port=" + RelayProgram.freePort(),
                "portal.relay_https_port=" + RelayProgram.freePort());
    }

    /** Status and first answer by the site's own host name, over TLS that the center does not open. */
    private String byHost() {
        return curl("-k --resolve %s:%d:127.0.0.1 https://%s:%d/boot/v1/server".formatted(HOST, port, HOST, port));
    }

    private String byPath() {
        return curl("http://127.0.0.1:%d/at/%s/boot/v1/server".formatted(port, ALIAS));
    }

    /** What came, and the status behind it; 000 when nothing came. */
    private static String curl(String words) {
        return PeerProgram.said("sh", "-c", "curl -s -m 20 -w ' %{http_code}' " + words + " || true");
    }

    @Test
    void a_server_is_found_by_name_and_path_until_its_alias_is_disabled() throws IOException {
        Path data = directory.resolve("data");
        RelayProgram.alias(data, "add", ALIAS, "--host", HOST);
        String code = RelayProgram.alias(data, "code", ALIAS);
        try (var _ = center();
                var _ = site(code)) {
            await().atMost(WITHIN).untilAsserted(() -> assertThat(byHost()).endsWith(" 200"));
            assertThat(byHost()).contains("\"public_url\"");
            assertThat(byPath()).contains("\"public_url\"").endsWith(" 200");
            assertThat(RelayProgram.alias(data, "list")).contains(ALIAS, "bound", HOST);
            RelayProgram.alias(data, "disable", ALIAS);
            await().atMost(WITHIN).untilAsserted(() -> assertThat(byPath()).endsWith(" 503"));
            RelayProgram.alias(data, "enable", ALIAS);
            await().atMost(WITHIN).untilAsserted(() -> assertThat(byPath()).endsWith(" 200"));
        }
    }

    @Test
    void a_center_that_is_killed_under_load_has_its_site_back_and_tells_no_device_a_lie() throws Exception {
        Path data = directory.resolve("data");
        RelayProgram.alias(data, "add", ALIAS, "--host", HOST);
        String code = RelayProgram.alias(data, "code", ALIAS);
        List<String> told = new CopyOnWriteArrayList<>();
        var over = new AtomicBoolean();
        try (var first = center();
                var _ = site(code)) {
            await().atMost(WITHIN).untilAsserted(() -> assertThat(byPath()).endsWith(" 200"));
            Thread devices = Thread.ofPlatform().start(() -> {
                while (!over.get()) {
                    told.add(byPath());
                }
            });
            await().atMost(WITHIN).until(() -> told.size() > 20);
            first.process().destroyForcibly().waitFor();
            try (var _ = center()) {
                int before = told.size();
                await().atMost(WITHIN)
                        .until(() -> told.subList(before, told.size()).stream().anyMatch(one -> one.endsWith(" 200")));
                over.set(true);
                devices.join();
            }
            assertThat(told).allMatch(one -> one.endsWith(" 200") || one.endsWith(" 503") || one.endsWith(" 000"));
        } finally {
            over.set(true);
        }
    }
}
