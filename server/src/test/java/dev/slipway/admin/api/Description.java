package dev.slipway.admin.api;

import dev.slipway.admin.act.Kind;
import dev.slipway.base.fleet.Secret;
import io.vertx.core.http.HttpMethod;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI 3.1 description as the routes and the records behind them say it should be. Required is what is no
 * Optional;
 * what a schema does not name is refused.
 */
final class Description {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    private final Map<String, ObjectNode> schemas = new TreeMap<>();
    private final List<Kind<?, ?>> kinds;
    private final Map<String, Operation> special;

    /** The kinds that have five operations each, and the others by method and path. */
    Description(List<Kind<?, ?>> kinds, List<Operation> special) {
        this.kinds = kinds;
        this.special = special.stream().collect(Collectors.toMap(Operation::line, Function.identity()));
    }

    /**
     * An operation that is more than keeping a record.
     *
     * @param line method and path
     * @param response name of a schema; {@code -} for none
     */
    record Operation(String line, Optional<Class<? extends Record>> request, String response, String summary) {}

    /** A list that is no kind's. */
    record Rows(String name, Class<? extends Record> of) {}

    /** The whole description; {@code others} are answers that no form makes. */
    ObjectNode of(List<Route> routes, List<Class<? extends Record>> others, List<Rows> lists) {
        others.forEach(type -> schema(type.getSimpleName(), type));
        lists.forEach(rows -> {
            schema(rows.of().getSimpleName(), rows.of());
            list(rows.name(), rows.of().getSimpleName());
        });

        ObjectNode root = Json.object().put("openapi", "3.1.0");
        root.putObject("info")
                .put("title", "Slipway")
                .put("version", "1")
                .put(
                        "description",
                        "Names are accepted wherever ids are. POST honors Idempotency-Key for 24 hours. An answer's"
                                + " ETag is the version of what it shows; PATCH, PUT and DELETE of that"
                                + " honor If-Match.");
        root.putArray("security").addObject().putArray("token");
        ObjectNode paths = root.putObject("paths");
        for (Route route : routes) {
            ObjectNode path = paths.get(route.path()) instanceof ObjectNode there ? there : path(paths, route);
            path.set(route.method().name().toLowerCase(Locale.ROOT), operation(route));
        }
        problem();
        ObjectNode components = root.putObject("components");
        ObjectNode all = components.putObject("schemas");
        schemas.forEach(all::set);
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer");
        return root;
    }

    private static ObjectNode path(ObjectNode paths, Route route) {
        ObjectNode path = paths.putObject(route.path());
        var parameters = PARAMETER.matcher(route.path()).results().toList();
        if (!parameters.isEmpty()) {
            var list = path.putArray("parameters");
            parameters.forEach(parameter -> list.addObject()
                    .put("name", parameter.group(1))
                    .put("in", "path")
                    .put("required", true)
                    .putObject("schema")
                    .put("type", "string"));
        }
        return path;
    }

    private ObjectNode operation(Route route) {
        Operation operation = Optional.ofNullable(special.get(route.method() + " " + route.path()))
                .orElseGet(() -> usual(route));
        ObjectNode node = Json.object().put("summary", operation.summary());
        if (route.method() == HttpMethod.GET) {
            query(node, route, operation.response());
        }
        operation.request().ifPresent(type -> {
            boolean partial = route.method() == HttpMethod.PATCH;
            String name = type.getSimpleName() + (partial ? "Patch" : "");
            content(node.putObject("requestBody").put("required", true), reference(name));
            schema(name, type);
            if (partial) {
                schemas.get(name).remove("required");
            }
        });
        if (route.input() == Route.Input.BYTES) {
            node.putObject("requestBody")
                    .put("required", true)
                    .putObject("content")
                    .putObject("application/octet-stream");
        }
        responses(node.putObject("responses"), route, operation);
        return node;
    }

    private static void query(ObjectNode node, Route route, String response) {
        List<String> names = names(route, response);
        if (!names.isEmpty()) {
            var list = node.putArray("parameters");
            names.forEach(name -> list.addObject()
                    .put("name", name)
                    .put("in", "query")
                    .putObject("schema")
                    .put("type", "string"));
        }
    }

    private static List<String> names(Route route, String response) {
        if (response.equals("RequestList") || response.equals("SupplierList")) {
            return List.of();
        }
        if (response.equals("OutboxList")) {
            return List.of("after", "limit", "state");
        }
        if (response.endsWith("List")) {
            return List.of("after", "limit");
        }
        return switch (route.path().substring(route.path().lastIndexOf('/'))) {
            case "/timeline" -> List.of("limit");
            case "/message" -> List.of("user", "place");
            case "/downloads" -> List.of("platform", "user_agent", "security_model");
            case "/preview", "/difference" -> List.of("file");
            default -> List.of();
        };
    }

    private void responses(ObjectNode responses, Route route, Operation operation) {
        if (operation.response().equals("-")) {
            responses.putObject("204").put("description", "Done.");
        } else {
            boolean made =
                    route.method() == HttpMethod.POST && operation.summary().startsWith("Create")
                            || operation.summary().startsWith("Issue")
                            || operation.summary().startsWith("Publish")
                            || operation.summary().startsWith("Upload");
            content(
                    responses.putObject(made ? "201" : "200").put("description", "Done."),
                    reference(operation.response()));
        }
        responses
                .putObject("default")
                .put("description", "A refusal: problem details (RFC 9457) with a stable code.")
                .putObject("content")
                .putObject("application/problem+json")
                .set("schema", reference("Problem"));
    }

    /** One of the five of a kind. */
    private Operation usual(Route route) {
        Kind<?, ?> kind = kinds.stream()
                .filter(one -> route.path().split("/")[3].equals(one.naming().words()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(route.method() + " " + route.path() + " is not described"));
        String name = name(kind);
        view(kind, name);
        Optional<Class<? extends Record>> form =
                Optional.of(record(kind.portrait().form()));
        boolean one = route.path().endsWith("}");
        String line = route.method() + " " + route.path();
        return switch (route.method().name()) {
            case "GET" ->
                new Operation(
                        line,
                        Optional.empty(),
                        one ? name : list(name + "List", name),
                        one
                                ? "Show one " + kind.naming().word() + "."
                                : "List " + kind.naming().words() + ".");
            case "POST" ->
                new Operation(line, form, name, "Create a " + kind.naming().word() + ".");
            case "PATCH" ->
                new Operation(line, form, name, "Change a " + kind.naming().word() + " (RFC 7396).");
            default ->
                new Operation(
                        line, Optional.empty(), "-", "Remove a " + kind.naming().word() + ".");
        };
    }

    private static Class<? extends Record> record(Class<?> type) {
        return type.asSubclass(Record.class);
    }

    static String name(Kind<?, ?> kind) {
        return Arrays.stream(kind.naming().word().split("-"))
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining());
    }

    private String list(String name, String item) {
        ObjectNode list = object(name);
        list.putArray("required").add("items");
        ObjectNode properties = list.putObject("properties");
        properties.putObject("items").put("type", "array").set("items", reference(item));
        properties.putObject("next").put("type", "string");
        return name;
    }

    private void view(Kind<?, ?> kind, String name) {
        schema(name, record(kind.portrait().form()));
        ObjectNode view = schemas.get(name);
        ((ObjectNode) view.get("properties")).putObject("id").put("type", "string");
        view.put("additionalProperties", true);
        ((tools.jackson.databind.node.ArrayNode) view.get("required")).insert(0, "id");
    }

    /** The schema of a record, and of those in it. */
    void schema(String name, Class<? extends Record> type) {
        ObjectNode schema = object(name);
        schema.put("additionalProperties", false);
        var required = schema.putArray("required");
        ObjectNode properties = schema.putObject("properties");
        for (RecordComponent component : type.getRecordComponents()) {
            String property = snake(component.getName());
            if (component.getType() != Optional.class) {
                required.add(property);
            }
            properties.set(property, of(component.getGenericType()));
        }
    }

    private ObjectNode object(String name) {
        ObjectNode schema = Json.object().put("type", "object");
        schemas.put(name, schema);
        return schema;
    }

    private ObjectNode of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            return switch (((Class<?>) generic.getRawType()).getSimpleName()) {
                case "Optional" -> of(last);
                case "List" -> Json.object().put("type", "array").set("items", of(last));
                default -> Json.object().put("type", "object").set("additionalProperties", of(last));
            };
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isRecord()) {
            schema(raw.getSimpleName(), raw.asSubclass(Record.class));
            return reference(raw.getSimpleName());
        }
        if (raw.isEnum()) {
            ObjectNode node = Json.object().put("type", "string");
            var values = node.putArray("enum");
            Arrays.stream(raw.getEnumConstants())
                    .forEach(value -> values.add(value.toString().toLowerCase(Locale.ROOT)));
            return node;
        }
        return simple(raw);
    }

    private static ObjectNode simple(Class<?> raw) {
        if (raw == JsonNode.class) {
            return Json.object().put("type", "object");
        }
        if (raw == Secret.class) {
            return Json.object().put("type", "string").put("writeOnly", true);
        }
        if (raw == Instant.class || raw == URI.class) {
            return Json.object().put("type", "string").put("format", raw == URI.class ? "uri" : "date-time");
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return Json.object().put("type", "boolean");
        }
        if (raw == double.class || raw == Double.class) {
            return Json.object().put("type", "number");
        }
        boolean number = raw.isPrimitive() || Number.class.isAssignableFrom(raw);
        return Json.object().put("type", number ? "integer" : "string");
    }

    private void problem() {
        ObjectNode problem = object("Problem");
        var required = problem.putArray("required");
        ObjectNode properties = problem.putObject("properties");
        List.of("type", "title", "detail", "code").forEach(name -> {
            required.add(name);
            properties.putObject(name).put("type", "string");
        });
        required.add("status");
        properties.putObject("status").put("type", "integer");
    }

    private static void content(ObjectNode holder, ObjectNode schema) {
        holder.putObject("content").putObject("application/json").set("schema", schema);
    }

    private static ObjectNode reference(String name) {
        return Json.object().put("$ref", "#/components/schemas/" + name);
    }

    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
