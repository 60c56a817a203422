package dev.slipway.base.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ManagementTest {
    @Test
    void live_is_live_and_ready_names_the_part_that_is_down() throws IOException {
        SortedMap<String, Boolean> parts = new TreeMap<>(java.util.Map.of("database", true));
        var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        metrics.counter("slipway.polls").increment();
        try (Served served = Served.plain(Limits.USUAL, new Management(Served.LOOP, () -> parts, () -> metrics))) {
            assertThat(ask(served, "GET /health/live")).contains(" 200 ").endsWith("{\"status\":\"up\"}");
            assertThat(ask(served, "GET /health/ready")).contains(" 200 ").contains("\"database\":\"up\"");
            parts.put("database", false);
            assertThat(ask(served, "GET /health/ready")).contains(" 503 ").contains("\"database\":\"down\"");
            assertThat(ask(served, "HEAD /health/ready")).contains(" 503 ").endsWith("\r\n\r\n");
            assertThat(ask(served, "GET /metrics")).contains(" 200 ").contains("slipway_polls_total 1.0");
            assertThat(ask(served, "POST /metrics")).contains(" 404 ");
            assertThat(ask(served, "GET /else")).contains(" 404 ");
        }
    }

    private static String ask(Served served, String line) throws IOException {
        try (Caller caller = Caller.plain(served.port())) {
            return caller.say(line + " HTTP/1.0\r\n\r\n").all();
        }
    }
}
