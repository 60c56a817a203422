package dev.slipway.admin.api;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.ToStringSerializer;
import tools.jackson.databind.type.LogicalType;

/**
 * Records as JSON and back: names in snake case, enums in lower case, unknown, missing and doubled fields refused.
 * What is
 * empty in a record is left out.
 */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual, texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(
                    usual -> usual.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT))
            .addModule(new SimpleModule().addSerializer(Secret.class, ToStringSerializer.instance))
            .build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Refuses {@code request.malformed}, {@code request.unknown-field} and {@code request.invalid}. */
    static <T> T read(byte[] bytes, Class<T> type) {
        try {
            return MAPPER.readValue(bytes, type);
        } catch (JacksonException unusable) {
            throw refusal(unusable);
        }
    }

    /** As {@link #read(byte[], Class)}, from a tree. */
    static <T> T read(JsonNode tree, Class<T> type) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JacksonException unusable) {
            throw refusal(unusable);
        }
    }

    static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    static byte[] bytes(JsonNode tree) {
        return MAPPER.writeValueAsBytes(tree);
    }

    /**
     * {@code record} with the members of {@code patch} instead of its own; null takes one away (RFC 7396, section 2).
     */
    static ObjectNode merged(ObjectNode record, ObjectNode patch) {
        patch.properties().forEach(member -> {
            JsonNode value = member.getValue();
            if (value.isNull()) {
                record.remove(member.getKey());
            } else if (value instanceof ObjectNode inner && record.get(member.getKey()) instanceof ObjectNode there) {
                merged(there, inner);
            } else {
                record.set(member.getKey(), value);
            }
        });
        return record;
    }

    private static Refusal refusal(JacksonException unusable) {
        return switch (unusable) {
            case UnrecognizedPropertyException unknown ->
                new Refusal(
                        "request.unknown-field",
                        "There is no field %s; known are %s.".formatted(path(unknown), known(unknown)));
            case DatabindException misfit
            when !misfit.getPath().isEmpty() ->
                new Refusal("request.invalid", "The field %s %s.".formatted(path(misfit), wrong(misfit)));
            case DatabindException misfit ->
                new Refusal("request.invalid", "The body is JSON of another shape; see /api/openapi.json.");
            default -> new Refusal("request.malformed", "The body is no JSON" + where(unusable) + "; correct it.");
        };
    }

    private static String wrong(DatabindException misfit) {
        if (misfit instanceof InvalidFormatException value
                && value.getTargetType().isEnum()) {
            return "takes "
                    + Arrays.stream(value.getTargetType().getEnumConstants())
                            .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "))
                    + ", not " + value.getValue();
        }
        boolean missing = misfit.getOriginalMessage().startsWith("Null value for creator property");
        return missing ? "is missing: give it" : "has a value that does not fit; see /api/openapi.json";
    }

    private static String known(UnrecognizedPropertyException unknown) {
        var known = unknown.getKnownPropertyIds();
        return known == null
                ? "none"
                : known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String path(DatabindException misfit) {
        return misfit.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? Integer.toString(step.getIndex()) : step.getPropertyName())
                .collect(Collectors.joining("."));
    }

    private static String where(JacksonException broken) {
        var location = broken.getLocation();
        return location == null ? "" : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    }
}
