package dev.slipway.admin.cli.text;

import tools.jackson.databind.JsonNode;

/** What a change of a profile would change, for people: how many devices, and one of each kind. */
public final class FleetChangeText {
    private final StringBuilder text = new StringBuilder();

    private FleetChangeText() {}

    /** The forecast as it was answered. */
    public static String of(JsonNode change) {
        var page = new FleetChangeText();
        page.line("changes %d of the %d devices that it reaches"
                .formatted(
                        change.path("devices").asLong(0), change.path("reached").asLong(0)));
        change.path("alike").forEach(page::alike);
        page.more(change.path("alike_not_shown").asLong(0), "more kinds of change are not shown");
        page.more(
                change.path("not_looked_at").asLong(0),
                "devices were not looked at: too many have settings of their own");
        return page.text.toString().stripTrailing();
    }

    private void alike(JsonNode alike) {
        String sample = alike.path("sample").asString("");
        line("  %d of type %s%s"
                .formatted(
                        alike.path("devices").asLong(0),
                        alike.path("device_type").asString(""),
                        sample.isEmpty() ? "" : ", such as " + sample));
        alike.path("values").forEach(this::value);
        more(alike.path("values_not_shown").asLong(0), "more keys are not shown");
        String refused = alike.path("refused").asString("");
        if (!refused.isEmpty()) {
            line("    REFUSED from then on: " + refused);
        }
    }

    private void value(JsonNode value) {
        line("    %s: %s -> %s"
                .formatted(
                        value.path("key").asString(""),
                        value.path("before").asString("nothing"),
                        value.path("after").asString("nothing")));
    }

    private void more(long count, String what) {
        if (count > 0) {
            line("  " + count + " " + what);
        }
    }

    private void line(String line) {
        text.append(line.replaceAll("\\p{Cntrl}", " ")).append('\n');
    }
}
