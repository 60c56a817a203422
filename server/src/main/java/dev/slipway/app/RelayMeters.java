package dev.slipway.app;

import dev.slipway.door.relay.Relay;
import dev.slipway.door.relay.flow.RelayCounts.Led;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/** What {@code /metrics} of a relay shows, by where traffic was led, how connections ended and what was refused. */
final class RelayMeters {
    private final Relay relay;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<MultiGauge, Function<Led, LongAdder>> led;
    private final MultiGauge endings;
    private final MultiGauge refusals;

    RelayMeters(Relay relay) {
        this.relay = relay;
        this.led = Map.of(
                gauge("slipway.relay.connections", "Connections made to a destination"), Led::connections,
                gauge("slipway.relay.requests", "HTTP requests passed to it"), Led::requests,
                gauge("slipway.relay.bytes.up", "Bytes from devices"), Led::bytesUp,
                gauge("slipway.relay.bytes.down", "Bytes to devices"), Led::bytesDown,
                gauge("slipway.relay.failures", "Connections that could not be made"), Led::failures,
                gauge("slipway.relay.misdirected", "Answers 421"), Led::misdirected);
        this.endings = gauge("slipway.relay.ended", "Connections of devices that ended, by how");
        this.refusals = gauge("slipway.relay.refused", "What was refused, by code");
        Gauge.builder("slipway.relay.open", relay, one -> one.sources().total())
                .description("Connections of devices")
                .register(registry);
        Gauge.builder("slipway.relay.opening", relay, one -> one.sources().opening())
                .description("Those that have not said yet what they are")
                .register(registry);
        Gauge.builder("slipway.relay.tunnels", relay, Relay::tunnels)
                .description("Tunnels of sites, when this is a switching center")
                .register(registry);
        new ProcessorMetrics().bindTo(registry);
    }

    private MultiGauge gauge(String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    /** The registry with what holds now. */
    PrometheusMeterRegistry now() {
        Map<String, Led> all = relay.counts().led();
        led.forEach((gauge, count) -> gauge.register(
                all.entrySet().stream()
                        .map(one -> row(
                                "to", one.getKey(), count.apply(one.getValue()).sum()))
                        .toList(),
                true));
        endings.register(rows("how", relay.counts().endings()), true);
        refusals.register(rows("code", relay.counts().refusals()), true);
        return registry;
    }

    private static List<MultiGauge.Row<?>> rows(String tag, Map<String, Long> sums) {
        return sums.entrySet().stream()
                .<MultiGauge.Row<?>>map(one -> row(tag, one.getKey(), one.getValue()))
                .toList();
    }

    private static MultiGauge.Row<?> row(String tag, String value, long sum) {
        return MultiGauge.Row.of(Tags.of(tag, value), sum);
    }
}
