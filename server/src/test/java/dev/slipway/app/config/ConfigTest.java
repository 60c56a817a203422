package dev.slipway.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.door.phone.pnp.PnpOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {
    @TempDir
    Path directory;

    @Test
    void without_any_source_the_documented_defaults_hold() {
        Config config = Config.of(ConfigValues.of(Map.of(), Map.of(), Map.of()));
        assertThat(config.portal().httpPort()).isEqualTo(3605);
        assertThat(config.portal().httpsPort()).isEqualTo(3606);
        assertThat(config.console()).isEqualTo(new Config.Console("127.0.0.1", 3600, false));
        assertThat(config.management()).isEqualTo(new Config.Management("127.0.0.1", 3609, "info"));
        assertThat(config.database().url()).isEmpty();
        assertThat(config.pnp()).isEqualTo(new PnpOptions(List.of(), Set.of("gigaset", "snom", "yealink"), 5060));
        assertThat(config.storage().artifactBytesMax()).isEqualTo(4L << 30);
    }

    @Test
    void a_later_source_beats_an_earlier_one_and_the_source_is_shown() {
        var file = Map.of("portal.http_port", "81", "portal.https_port", "82", "console.port", "83");
        var environment = Map.of("SLIPWAY_PORTAL_HTTPS_PORT", "92", "SLIPWAY_CONSOLE_PORT", "93", "PATH", "/bin");
        var values = ConfigValues.of(file, environment, Map.of("console.port", "103"));
        assertThat(values.shown())
                .containsEntry("portal.http_port", new ConfigValues.Value("81", "file"))
                .containsEntry("portal.https_port", new ConfigValues.Value("92", "SLIPWAY_PORTAL_HTTPS_PORT"))
                .containsEntry("console.port", new ConfigValues.Value("103", "--set"))
                .containsEntry("portal.host", new ConfigValues.Value("*", "default"));
    }

    @Test
    void a_file_that_sets_every_key_reaches_every_leaf_of_the_tree() throws IOException {
        Path file = Files.writeString(directory.resolve("slipway.yaml"), """
                portal: {host: 127.0.0.1, http_port: 1, https_port: 2, public_url: "https://p.example.com",
                  alias: a@example.com,
                  tls_certificate: c.pem, tls_key: k.pem, connections_max: 11,
                  client_authorities: "snom.pem,yealink.pem",
                  relay_host: 127.0.0.3, relay_http_port: 8, relay_https_port: 9, relay_networks: 10.0.0.0/8}
                relay: {host: 127.0.0.4, port: 12, management_port: 13, portal: "a:1", portal_tls: "b:2",
                  portal_header: false, activesync: "tls://c:3", activesync_tls: "d:4", activesync_header: true,
                  default: "e:5", default_tls: "f:6", default_header: true, rules: "path:/x=portal",
                  tls_certificate: rc.pem, tls_key: rk.pem, backend_authorities: ra.pem,
                  trusted_networks: 192.0.2.0/24, tunnel_host: 127.0.0.5, tunnel_port: 20,
                  center: "z:21", code: geheim, aliases: "x@example.com,y@example.com", center_proxy: "w:22",
                  center_connections: 3, connections_max: 1000, source_rate: 14, source_burst: 15,
                  source_connections: 16, source_opening: 17, source_bytes: 18, access_log: false, drain_seconds: 19}
                pnp: {interfaces: "eth0,eth1=it@b.example.com", makers: planet, port: 7}
                messages: {inner_hosts: "kannel.inside,10.0.0.7"}
                console: {host: "192.0.2.1", port: 3, behind_proxy: true}
                management: {host: 127.0.0.2, port: 4}
                database: {url: "jdbc:postgresql://db/slipway", user: u, password: geheim, connections_max: 5}
                secrets: {key_file: s.key}
                artifacts: {bytes_max: 6}
                log: {level: fine}
                """);
        Map<String, String> read = ConfigFile.read(file);
        Set<String> known = new HashSet<>();
        ConfigKeys.ALL.forEach(key -> known.add(key.name()));
        assertThat(read.keySet()).isEqualTo(known);
        ConfigValues values = ConfigValues.of(read, Map.of(), Map.of());
        assertThat(values.shown().values()).allMatch(value -> value.source().equals("file"));
        String tree = Config.of(values).toString();
        assertThat(tree).doesNotContain("geheim");
        assertThat(tree)
                .contains("https://p.example.com", "a@example.com", "c.pem", "k.pem", "11", "192.0.2.1", "true");
        assertThat(tree).contains("127.0.0.2", "jdbc:postgresql://db/slipway", "s.key", "fine");
        assertThat(tree).contains("eth1", "it@b.example.com", "planet", "port=7", "kannel.inside", "10.0.0.7");
        assertThat(tree).contains("[snom.pem, yealink.pem]");
        assertThat(tree).contains("127.0.0.3", "httpPort=8", "httpsPort=9", "10.0.0.0");
        assertThat(RelayConfig.of(values, Path.of("data")).toString())
                .contains("127.0.0.4", "port=12", "managementPort=13", "a:1", "b:2", "tls://c:3", "d:4", "e:5", "f:6")
                .contains("header=false", "header=true", "value=/x", "rc.pem", "rk.pem", "ra.pem", "192.0.2.0")
                .contains("perSecond=14", "burst=15", "connections=16", "opening=17", "bytesPerSecond=18", "total=1000")
                .contains("accessLog=false", "drain=PT19S", "host=127.0.0.5, port=20, directory=data/center");
        assertThat(RelayConfig.Center.of(values).orElseThrow().toString())
                .contains("z/<unresolved>:21", "w/<unresolved>:22", "[x@example.com, y@example.com]", "connections=3")
                .doesNotContain("geheim");
    }

    @Test
    void an_unknown_key_is_refused_and_the_nearest_proposed() {
        assertThatThrownBy(() -> ConfigValues.of(Map.of("portal.http_prot", "1"), Map.of(), Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("did you mean portal.http_port?");
    }

    @Test
    void a_value_outside_its_range_is_refused_and_a_secret_one_not_shown() {
        assertThatThrownBy(() -> ConfigValues.of(Map.of(), Map.of(), Map.of("portal.http_port", "65536")))
                .hasMessageContaining("0 to 65535");
        assertThatThrownBy(() -> ConfigValues.of(Map.of(), Map.of(), Map.of("database.password", "x\0")))
                .hasMessageContaining("****")
                .hasMessageNotContaining("x\0");
    }

    @Test
    void a_certificate_without_its_key_is_a_contradiction() {
        var values = ConfigValues.of(Map.of(), Map.of(), Map.of("portal.tls_certificate", "c.pem"));
        assertThatThrownBy(() -> Config.of(values)).hasMessageContaining("belong together");
    }

    @Test
    void the_console_is_reached_beyond_loopback_only_through_a_proxy() {
        assertThatThrownBy(() -> console("*", "false"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("config.contradiction");
        assertThatThrownBy(() -> console("192.0.2.1", "false")).hasMessageContaining("console.behind_proxy");
        assertThat(console("192.0.2.1", "true").host()).isEqualTo("192.0.2.1");
        assertThat(console("::1", "false").host()).isEqualTo("::1");
        assertThat(console("127.0.0.2", "false").host()).isEqualTo("127.0.0.2");
    }

    private static Config.Console console(String host, String behindProxy) {
        var set = Map.of("console.host", host, "console.behind_proxy", behindProxy);
        return Config.of(ConfigValues.of(Map.of(), Map.of(), set)).console();
    }

    @Test
    void a_public_address_without_a_host_of_the_network_is_refused() {
        for (String wrong : new String[] {"https://under_score", "https://host:port", "https://a b"}) {
            assertThatThrownBy(() -> Config.of(ConfigValues.of(Map.of(), Map.of(), Map.of("portal.public_url", wrong))))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("config.value-invalid");
        }
    }

    @Test
    void a_key_like_no_other_is_sent_to_the_page() {
        assertThatThrownBy(() -> ConfigValues.of(Map.of("colour", "red"), Map.of(), Map.of()))
                .hasMessageContaining("docs/reference/configuration.md");
    }

    @Test
    void a_file_that_is_no_yaml_is_refused_with_its_name() throws IOException {
        Path file = Files.writeString(directory.resolve("bad.yaml"), "portal: [");
        assertThatThrownBy(() -> ConfigFile.read(file))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("bad.yaml");
        assertThatThrownBy(() -> ConfigFile.read(directory.resolve("none.yaml")))
                .hasMessageContaining("none.yaml");
    }
}
