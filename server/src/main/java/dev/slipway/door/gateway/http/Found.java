package dev.slipway.door.gateway.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A body in which something is looked for. */
record Found(String body, Optional<JsonNode> json) {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    static Found in(String body) {
        try {
            return new Found(body, Optional.of(MAPPER.readTree(body)).filter(JsonNode::isContainer));
        } catch (JacksonException noJson) {
            return new Found(body, Optional.empty());
        }
    }

    /** The first that is there, as text. */
    Optional<String> first(List<String> places) {
        return places.stream().flatMap(place -> at(place).stream()).findFirst();
    }

    private Optional<String> at(String place) {
        if (place.startsWith("/")) {
            return json.map(tree -> tree.at(place))
                    .filter(node -> node.isValueNode() && !node.isNull())
                    .map(JsonNode::asString)
                    .filter(text -> !text.isEmpty());
        }
        Matcher matcher = Pattern.compile(place).matcher(body);
        return matcher.find() ? Optional.ofNullable(matcher.group(1)) : Optional.empty();
    }
}
