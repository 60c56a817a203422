package dev.slipway.admin.cli.simulate;

import dev.slipway.admin.cli.simulate.World.Answer;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;

/**
 * CPU time of the server's process, without its database, as {@code /metrics} tells it.
 *
 * @param metrics empty when nobody said where it is
 */
record ServerCpu(World.Network network, Optional<URI> metrics) {
    /** Of Micrometer's {@code ProcessorMetrics}. */
    private static final String NAME = "process_cpu_time_ns_total ";

    /** Seconds up to now; empty when it cannot be had. */
    OptionalDouble seconds() {
        return metrics.map(this::page).stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(NAME))
                .map(line -> line.substring(NAME.length()).strip())
                .filter(number -> number.matches("[0-9.]+(E[0-9]+)?"))
                .mapToDouble(number -> Double.parseDouble(number) / 1e9)
                .findFirst();
    }

    private String page(URI place) {
        var came = new CompletableFuture<Answer>();
        network.get(place, Map.of(), came::complete);
        return came.join().body();
    }
}
