package dev.slipway.admin.cli.simulate;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What came of a scene, as data. A figure that was not measured is not there.
 *
 * <p>What a refusal costs cannot be seen from outside; it follows from the CPU time of the server's process while it
 * was asked too much, less that of the answers it gave meanwhile at the price of one at its capacity.
 */
final class Report {
    /** Fewer refusals than this tell nothing of their price. */
    private static final int REFUSALS_MIN = 100;

    private static final double MICROS = 1e6;

    private final ObjectNode report = JsonMapper.shared().createObjectNode();
    private final ArrayNode parts;

    /** CPU seconds of one answer; NaN while it is not known. */
    private double answerSeconds = Double.NaN;

    Report(Scene scene) {
        report.put("devices", scene.fleet().devices());
        if (scene.server().capacity() > 0) {
            report.put("capacity", scene.server().capacity());
        }
        parts = report.putArray("parts");
    }

    void add(Tally tally) {
        ObjectNode part = parts.addObject().put("part", tally.part());
        put(part, "seconds", tally.seconds());
        part.put("requests", tally.counts().all())
                .put("ok", tally.counts().whole())
                .put("not_modified", tally.counts().notModified())
                .put("refused", tally.counts().refused())
                .put("silent", tally.counts().silent())
                .put("other", tally.counts().other());
        put(part, "mean", tally.mean());
        part.put("peak", tally.peak());
        put(part, "goodput", tally.goodput());
        put(part, "p50_millis", tally.latencies().millis(0.50));
        put(part, "p99_millis", tally.latencies().millis(0.99));
        put(part, "cpu_seconds", tally.cpuSeconds());
    }

    /** What the server can answer, as measured. */
    void capacity(Tally tally) {
        add(tally);
        put(report, "capacity", tally.goodput());
        if (tally.counts().good() > 0) {
            answerSeconds = tally.cpuSeconds() / tally.counts().good();
        }
        put(report, "answer_cpu_micros", answerSeconds * MICROS);
    }

    void overload(Tally tally) {
        add(tally);
        Tally.Counts counts = tally.counts();
        if (counts.refused() >= REFUSALS_MIN) {
            double refusal = (tally.cpuSeconds() - counts.good() * answerSeconds) / counts.refused();
            put(report, "refusal_cpu_micros", Math.max(0, refusal) * MICROS);
        }
    }

    void drained(PowerCut cut, double capacity) {
        ObjectNode drain = report.putObject("drain").put("served", cut.served());
        double ideal = cut.idealSeconds(capacity);
        put(drain, "seconds", cut.drainedSeconds());
        put(drain, "ideal_seconds", ideal);
        put(drain, "times_ideal", cut.drainedSeconds() / ideal);
        put(drain, "requests_per_device", cut.requestsPerDevice());
    }

    ObjectNode done() {
        return report;
    }

    /** To four digits that count. */
    private static void put(ObjectNode into, String name, double figure) {
        if (Double.isFinite(figure)) {
            double scale = figure == 0 ? 1 : Math.pow(10, 3 - Math.floor(Math.log10(Math.abs(figure))));
            into.put(name, Math.round(figure * scale) / scale);
        }
    }
}
