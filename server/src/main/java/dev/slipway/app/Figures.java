package dev.slipway.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/** What {@code /metrics} shows; each figure is asked when it is read. */
final class Figures {
    private Figures() {}

    static PrometheusMeterRegistry of(ReadModel model, Certificates certificates, InstantSource clock) {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        gauge(registry, "slipway.devices", "Devices in memory.", () -> model.roster().size());
        gauge(registry, "slipway.roster.bytes", "Memory of the devices.", () -> model.roster()
                .bytes());
        gauge(registry, "slipway.change.log.lag.seconds", "Age of what was last read of the change log.", () -> model.lag()
                        .toMillis()
                / 1000.0);
        gauge(registry, "slipway.certificate.seconds", "What is left of the certificate.", () -> Duration.between(
                        clock.instant(), certificates.key().expires())
                .toSeconds());
        Runtime java = Runtime.getRuntime();
        gauge(registry, "slipway.heap.bytes", "Memory in use.", () -> java.totalMemory() - java.freeMemory());
        return registry;
    }

    private static void gauge(MeterRegistry registry, String name, String about, Supplier<Number> figure) {
        Gauge.builder(name, figure).description(about).register(registry);
    }
}
