package dev.slipway.admin.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What follows from a simulation, for people: a sentence each, also for what is not known. */
public final class SimulationText {
    private SimulationText() {}

    /** The sentences of a report. */
    public static List<String> of(JsonNode report) {
        List<String> sentences = new ArrayList<>();
        sentences.add("capacity: %s answers a second".formatted(number(report.path("capacity"))));
        JsonNode drain = report.path("drain");
        if (drain.isObject()) {
            sentences.add("drained: %d of %d phones after %s s, %s times the ideal %s s; each asked %s times"
                    .formatted(
                            drain.path("served").asLong(0),
                            report.path("devices").asLong(0),
                            number(drain.path("seconds")),
                            number(drain.path("times_ideal")),
                            number(drain.path("ideal_seconds")),
                            number(drain.path("requests_per_device"))));
        }
        sentences.add(refusal(report));
        return sentences;
    }

    private static String refusal(JsonNode report) {
        JsonNode answer = report.path("answer_cpu_micros");
        JsonNode refusal = report.path("refusal_cpu_micros");
        if (!answer.isNumber()) {
            return "CPU time: not measured; name the server's metrics with --metrics";
        }
        return refusal.isNumber()
                ? "CPU time: an answer costs the server's process %s us, a refusal %s us"
                        .formatted(number(answer), number(refusal))
                : "CPU time: an answer costs the server's process %s us; too few refusals to price one"
                        .formatted(number(answer));
    }

    private static String number(JsonNode figure) {
        double number = figure.asDouble(0);
        return String.format(Locale.ROOT, number >= 100 ? "%.0f" : number >= 10 ? "%.1f" : "%.2f", number);
    }
}
