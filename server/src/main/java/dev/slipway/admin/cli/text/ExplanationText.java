package dev.slipway.admin.cli.text;

import tools.jackson.databind.JsonNode;

/** Why a device has what it has, for people: one paragraph per setting and application, winner first. */
public final class ExplanationText {
    private final StringBuilder text = new StringBuilder();

    private ExplanationText() {}

    /** The explanation of a device as it was answered. */
    public static String of(JsonNode explanation) {
        var page = new ExplanationText();
        page.line(0, explanation.path("device").asString(""));
        explanation.path("layers").forEach(layer -> page.line(1, "reached by " + layer.asString("")));
        explanation.path("applications").forEach(page::application);
        explanation.path("settings").forEach(setting -> page.setting(0, setting));
        explanation.path("accounts").forEach(page::account);
        explanation.path("warnings").forEach(warning -> page.line(0, "warning: " + warning.asString("")));
        return page.text.toString().stripTrailing();
    }

    private void application(JsonNode application) {
        String version = application.path("version").asString("");
        line(
                0,
                application.path("name").asString("") + " "
                        + (version.isEmpty()
                                ? "nothing: " + application.path("omitted").asString("")
                                : version));
        provenance(1, application.path("provenance"));
    }

    private void account(JsonNode account) {
        line(
                0,
                "account " + account.path("position").asString("") + " "
                        + account.path("address").asString(""));
        account.path("settings").forEach(setting -> setting(1, setting));
    }

    private void setting(int depth, JsonNode setting) {
        String refused = setting.path("refused").asString("");
        line(
                depth,
                "%s = %s (%s)%s"
                        .formatted(
                                setting.path("key").asString(""),
                                setting.path("value").asString(""),
                                setting.path("ownership").asString(""),
                                refused.isEmpty() ? "" : " REFUSED: " + refused));
        provenance(depth + 1, setting.path("provenance"));
    }

    private void provenance(int depth, JsonNode provenance) {
        line(depth, "from " + source(provenance.path("source")));
        provenance
                .path("beaten")
                .forEach(one -> line(
                        depth,
                        "beat " + source(one.path("source")) + ": "
                                + one.path("why").asString("")));
        provenance.path("conflicts").forEach(conflict -> line(depth, "conflict: " + conflict.asString("")));
    }

    private static String source(JsonNode source) {
        return "%s at %s (%s, %s)"
                .formatted(
                        source.path("name").asString(""),
                        source.path("place").asString(""),
                        source.path("layer").asString(""),
                        source.path("standing").asString(""));
    }

    private void line(int depth, String line) {
        text.append("  ".repeat(depth)).append(line).append('\n');
    }
}
