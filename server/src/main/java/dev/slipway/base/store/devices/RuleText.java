package dev.slipway.base.store.devices;

import dev.slipway.base.fleet.devices.RecognitionRule;
import dev.slipway.base.store.sql.Json;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Recognition rules as JSON: {@code [{"field": "platform", "operator": "is", "value": "linux"}]}. */
final class RuleText {
    private static final JsonMapper JSON = JsonMapper.shared();

    private RuleText() {}

    static Json write(List<RecognitionRule> rules) {
        ArrayNode array = JSON.createArrayNode();
        for (RecognitionRule rule : rules) {
            array.addObject()
                    .put("field", rule.field())
                    .put("operator", rule.operator().name().toLowerCase(Locale.ROOT))
                    .put("value", rule.value());
        }
        return new Json(array.toString());
    }

    static List<RecognitionRule> read(String text) {
        return JSON.readTree(text).valueStream().map(RuleText::rule).toList();
    }

    private static RecognitionRule rule(JsonNode node) {
        return new RecognitionRule(
                node.required("field").asString(),
                RecognitionRule.Operator.valueOf(
                        node.required("operator").asString().toUpperCase(Locale.ROOT)),
                node.required("value").asString());
    }
}
