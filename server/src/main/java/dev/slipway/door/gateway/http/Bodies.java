package dev.slipway.door.gateway.http;

import dev.slipway.base.fleet.Refusal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How a body is filled, by its media type. */
final class Bodies {
    static final String FORM = "application/x-www-form-urlencoded";
    static final String JSON = "application/json";
    static final String XML = "text/xml";

    private static final Pattern EMPTY = Pattern.compile("<(\\w{1,40})></\\1>");
    private static final int DELETE = 0x7f;

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Bodies() {}

    /** The text with its variables; members that then have no value are left out. */
    static String filled(String mediaType, String body, Values values) {
        String filled = values.fill(body, encoding(mediaType));
        return switch (mediaType) {
            case FORM ->
                Stream.of(filled.split("&"))
                        .filter(pair -> !pair.isEmpty() && !pair.endsWith("="))
                        .collect(Collectors.joining("&"));
            case JSON -> pruned(filled);
            case XML -> EMPTY.matcher(filled).replaceAll("");
            default -> filled;
        };
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static UnaryOperator<String> encoding(String mediaType) {
        return switch (mediaType) {
            case FORM -> Bodies::encoded;
            case JSON ->
                text -> {
                    String quoted = MAPPER.writeValueAsString(text);
                    return quoted.substring(1, quoted.length() - 1);
                };
            case XML -> Bodies::escaped;
            default -> UnaryOperator.identity();
        };
    }

    /** In ASCII, so that it is right whatever encoding the document says it has (XML 1.0, section 4.1). */
    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (point >= ' ' && point < DELETE && "&<>\"'".indexOf(point) < 0) {
                escaped.appendCodePoint(point);
            } else {
                escaped.append("&#").append(point).append(';');
            }
        });
        return escaped.toString();
    }

    private static String pruned(String json) {
        try {
            JsonNode tree = MAPPER.readTree(json);
            prune(tree);
            return tree.toString();
        } catch (JacksonException noJson) {
            throw new Refusal("gateway.field-invalid", "The body of this gateway is no JSON: correct it.");
        }
    }

    private static void prune(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List<String> empty = new ArrayList<>();
            object.properties().forEach(member -> {
                if (member.getValue().isString()
                        && member.getValue().stringValue().isEmpty()) {
                    empty.add(member.getKey());
                }
            });
            object.remove(empty);
        }
        node.forEach(Bodies::prune);
    }
}
