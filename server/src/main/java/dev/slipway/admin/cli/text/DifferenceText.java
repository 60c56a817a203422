package dev.slipway.admin.cli.text;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What changes in a file of a device, for people: unified, as diff(1) writes it. */
public final class DifferenceText {
    private DifferenceText() {}

    /** The difference as it was answered. */
    public static String of(String device, JsonNode difference) {
        String file = difference.path("file").asString("");
        String fetched = difference.path("fetched").asString("");
        return switch (difference.path("state").asString("")) {
            case "nothing_fetched" -> "%s has not fetched %s yet".formatted(device, file);
            case "same" -> "no difference: %s has %s of %s as it would get it".formatted(device, file, fetched);
            default -> unified(difference, device + " " + file + " ", fetched);
        };
    }

    private static String unified(JsonNode difference, String name, String fetched) {
        String hunks =
                difference.path("hunks").valueStream().map(DifferenceText::hunk).collect(Collectors.joining("\n"));
        int left = difference.path("size").path("not_shown").asInt(0);
        return "--- %sas fetched, of %s\n+++ %sas it would get it\n%s".formatted(name, fetched, name, hunks)
                + (left == 0 ? "" : "\n%d more changed lines are not shown".formatted(left));
    }

    private static String hunk(JsonNode hunk) {
        String lines = hunk.path("lines")
                .valueStream()
                .map(line -> line.asString("").replaceAll("\\p{Cntrl}", " "))
                .collect(Collectors.joining("\n"));
        return "@@ -%d +%d @@\n%s"
                .formatted(hunk.path("before").asInt(0), hunk.path("after").asInt(0), lines);
    }
}
