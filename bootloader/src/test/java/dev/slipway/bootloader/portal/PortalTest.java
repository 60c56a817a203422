package dev.slipway.bootloader.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proxies and pauses. */
class PortalTest {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "https_proxy", "http://secure.example.com:3128",
            "HTTP_PROXY", "plain.example.com:8080",
            "NO_PROXY", "inside.example.com, .local,10.0.0.1");

    @Test
    void the_proxy_is_that_of_the_scheme() {
        assertThat(of("https://portal.example.org/")).isEqualTo("secure.example.com:3128");
        assertThat(of("http://portal.example.org/")).isEqualTo("plain.example.com:8080");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://inside.example.com/",
                "https://a.inside.example.com:3606/",
                "https://printer.local/",
                "https://10.0.0.1/",
                "http://127.0.0.1:3605/",
                "http://localhost/"
            })
    void exceptions_and_this_machine_need_none(String address) {
        assertThat(of(address)).isEqualTo("none");
    }

    @Test
    void a_name_that_only_ends_alike_is_no_exception() {
        assertThat(of("https://notinside.example.com/")).isEqualTo("secure.example.com:3128");
    }

    @Property(tries = 200)
    void a_pause_never_exceeds_its_bound(@ForAll @IntRange(min = 1, max = 1_000) int failures, @ForAll long seed) {
        var backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), new Random(seed));
        Duration wait = backoff.after(failures);
        assertThat(wait).isBetween(Duration.ZERO, Duration.ofMinutes(1));
        if (failures <= 6) {
            assertThat(wait).isLessThanOrEqualTo(Duration.ofSeconds(1L << (failures - 1)));
        }
    }

    private static String of(String address) {
        Proxy proxy = new ProxyChoice(ENVIRONMENT).of(URI.create(address));
        return proxy.address() instanceof InetSocketAddress there
                ? there.getHostString() + ":" + there.getPort()
                : "none";
    }
}
