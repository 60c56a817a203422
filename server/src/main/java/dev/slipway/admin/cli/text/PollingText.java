package dev.slipway.admin.cli.text;

import java.util.Locale;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** What polling asks of the server, for people: numbers with units, the day as a chart, warnings last. */
public final class PollingText {
    private static final int HOURS = 24;
    private static final int BAR_MAX = 48;
    private static final int DAY_SECONDS = 86_400;

    private final StringBuilder text = new StringBuilder();

    private PollingText() {}

    /** A forecast; {@code capacity} in answers per second, 0 when it is not known. */
    public static String forecast(JsonNode forecast, double capacity) {
        var page = new PollingText();
        forecast.path("plans").forEach(page::following);
        JsonNode together = forecast.path("together");
        page.line("");
        page.line("together     " + load(together) + share(together, capacity));
        page.chart(together.path("curve"));
        page.warnings(together.path("warnings"), "warning: ");
        return page.end();
    }

    /** A proposal. */
    public static String proposal(JsonNode proposal, double capacity) {
        var page = new PollingText();
        JsonNode demand = proposal.path("demand");
        page.line("plan         " + plan(demand.path("plan")));
        page.line("load         " + load(demand) + share(demand, capacity));
        page.line("age          at most "
                + duration(proposal.path("age_max_seconds").asLong(0)));
        page.warnings(proposal.path("notes"), "note: ");
        page.chart(demand.path("curve"));
        return page.end();
    }

    /** A simulation. */
    public static String simulation(JsonNode run) {
        var page = new PollingText();
        double mean = run.path("mean").asDouble(0);
        page.line("polls        %d, %s/s on average".formatted(run.path("polls").asLong(0), number(mean)));
        page.line("minute       %s/s in the fullest, %s times the average"
                .formatted(number(run.path("fullest_minute").asDouble(0)), times(run, "fullest_minute", mean)));
        page.line("second       %s in the fullest, %s times the average"
                .formatted(run.path("fullest_second").asLong(0), times(run, "fullest_second", mean)));
        if (run.path("drain").isObject()) {
            page.drain(run.path("drain"));
        }
        return page.end();
    }

    private void drain(JsonNode drain) {
        double ideal = drain.path("ideal_seconds").asDouble(1);
        line("herd         %d requests in its fullest second"
                .formatted(drain.path("peak").asLong(0)));
        line("drained      after %d s, %s times the ideal %s s; 99 %% after %d s"
                .formatted(
                        drain.path("done_seconds").asLong(0),
                        times(drain, "done_seconds", ideal),
                        number(ideal),
                        drain.path("p99_seconds").asLong(0)));
        line("             %d devices were served, each asked %s times"
                .formatted(
                        drain.path("served").asLong(0),
                        number(drain.path("requests_per_device").asDouble(0))));
    }

    private void following(JsonNode part) {
        long devices = part.path("devices").asLong(0);
        String refused = part.path("refused").asString("");
        if (!refused.isEmpty()) {
            line("%9d devices  no plan: %s".formatted(devices, refused));
        } else if (part.path("plan").isObject()) {
            line("%9d devices  %s: %s".formatted(devices, plan(part.path("plan")), load(part)));
        } else {
            line("%9d devices  polling off".formatted(devices));
        }
    }

    private static String plan(JsonNode plan) {
        String mode = plan.path("mode").asString("");
        long period = plan.path("period_seconds").asLong(0);
        String time = plan.path("time").asString("");
        String window = " from " + time + " to " + plan.path("time_rnd_end").asString("");
        boolean spread = plan.path("spread").asBoolean(false);
        String rule =
                switch (mode) {
                    case "abs" -> "abs daily" + (spread ? window : " at " + time);
                    case "rnd" -> "rnd " + duration(period) + (period < DAY_SECONDS ? "" : window);
                    default -> mode + " " + duration(period);
                };
        return rule + (spread ? ", spread" : "");
    }

    private static String load(JsonNode demand) {
        JsonNode load = demand.path("load");
        return "mean %s/s, busiest minute %s/s, peak %s in a second"
                .formatted(
                        number(load.path("mean").asDouble(0)),
                        number(load.path("busiest_minute").asDouble(0)),
                        number(load.path("peak").asDouble(0)));
    }

    private static String share(JsonNode demand, double capacity) {
        return capacity <= 0
                ? ""
                : " (%s %% and %s %% of the capacity)"
                        .formatted(
                                number(100 * demand.path("load").path("mean").asDouble(0) / capacity),
                                number(100 * demand.path("load").path("peak").asDouble(0) / capacity));
    }

    /** A line for each hour, as long as its mean. */
    private void chart(JsonNode curve) {
        double[] hours = IntStream.range(0, HOURS)
                .mapToDouble(hour -> IntStream.range(0, 60)
                        .mapToDouble(minute -> curve.path(60 * hour + minute).asDouble(0))
                        .average()
                        .orElse(0))
                .toArray();
        double most =
                IntStream.range(0, HOURS).mapToDouble(hour -> hours[hour]).max().orElse(0);
        if (most > 0) {
            line("");
            line("hour, on the devices' clocks, and mean requests per second");
            for (int hour = 0; hour < HOURS; hour++) {
                int bar = (int) Math.round(BAR_MAX * hours[hour] / most);
                line("%02d  %-48s  %s".formatted(hour, "#".repeat(bar), number(hours[hour])));
            }
        }
    }

    private void warnings(JsonNode warnings, String before) {
        warnings.forEach(warning -> line(before + warning.asString("")));
    }

    private static String times(JsonNode run, String name, double mean) {
        return mean == 0
                ? "0"
                : String.format(Locale.ROOT, "%.2f", run.path(name).asDouble(0) / mean);
    }

    /** Three digits that count. */
    private static String number(double number) {
        String format = number >= 100 || number == 0 ? "%.0f" : number >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, number);
    }

    private static String duration(long seconds) {
        if (seconds % DAY_SECONDS == 0) {
            return seconds / DAY_SECONDS + " d";
        }
        if (seconds % 3600 == 0) {
            return seconds / 3600 + " h";
        }
        return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    private String end() {
        return text.toString().stripTrailing();
    }
}
