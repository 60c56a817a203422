package dev.slipway.door.gateway.http;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.core.message.Supplier.Carries;
import dev.slipway.door.gateway.http.HttpSpec.Meaning;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** The description of a gateway that says itself how it is called. */
final class GenericSpec {
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,64}: .+");

    private GenericSpec() {}

    static HttpSpec of(HttpSpec generic, Values values) {
        var title = new HttpSpec.Title(
                generic.supplier().name(),
                generic.supplier().about(),
                generic.supplier().fields(),
                values.get("knows_repeats").equals("true"),
                carries(values));
        HttpSpec.Call call = call(values);
        Optional<HttpSpec.Call> binary =
                Optional.of(call).filter(any -> title.carries().binary());
        return new HttpSpec(title, call, binary, answer(values), Optional.empty(), Optional.of(told(values)));
    }

    /** What its texts have variables for. */
    static Carries carries(Values values) {
        String texts = values.get("url") + values.get("body");
        boolean binary = texts.contains("${octets.");
        int parts = parts(values.get("parts_max"));
        return new Carries(
                parts,
                parts,
                binary,
                binary && texts.contains("${header."),
                !values.get("receipt_state").isEmpty());
    }

    private static int parts(String text) {
        if (!text.matches("[1-9][0-9]?")) {
            throw new Refusal("gateway.field-invalid", "parts_max takes 1 to 99.");
        }
        return Integer.parseInt(text);
    }

    private static HttpSpec.Call call(Values values) {
        String method = values.get("method");
        if (!List.of("GET", "POST", "PUT").contains(method)) {
            throw new Refusal("gateway.field-invalid", "method takes GET, POST or PUT.");
        }
        return new HttpSpec.Call(
                method,
                values.get("url"),
                headers(values.get("headers")),
                values.get("media_type"),
                values.get("body"),
                Map.of());
    }

    private static Map<String, String> headers(String lines) {
        var headers = new LinkedHashMap<String, String>();
        lines.lines().filter(line -> !line.isBlank()).forEach(line -> {
            if (!HEADER.matcher(line).matches()) {
                throw new Refusal("gateway.field-invalid", "headers takes lines such as \"X-Key: ${token}\".");
            }
            headers.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 2));
        });
        return headers;
    }

    private static HttpSpec.Answer answer(Values values) {
        Map<Meaning, List<String>> codes = new EnumMap<>(Meaning.class);
        codes.put(Meaning.TAKEN, words(values.get("taken")));
        codes.put(Meaning.NOT_SENT, words(values.get("not_sent")));
        codes.put(Meaning.BROKEN, words(values.get("broken")));
        return new HttpSpec.Answer(
                place(values, "code"), place(values, "reference_at"), place(values, "reason_at"), codes);
    }

    private static HttpSpec.Told told(Values values) {
        return new HttpSpec.Told(
                words(values.get("receipt_message")),
                words(values.get("receipt_reference")),
                words(values.get("receipt_state")),
                List.of(),
                Map.of(
                        "delivered", words(values.get("delivered")),
                        "failed", words(values.get("failed")),
                        "expired", words(values.get("expired"))),
                Optional.empty());
    }

    /** A JSON pointer or a pattern with a group. */
    private static List<String> place(Values values, String field) {
        String place = values.get(field);
        if (place.isEmpty()) {
            return List.of();
        }
        try {
            if (place.startsWith("/") || Pattern.compile(place).matcher("").groupCount() == 1) {
                return List.of(place);
            }
        } catch (PatternSyntaxException malformed) {
            throw new Refusal("gateway.field-invalid", field + " is no pattern: " + malformed.getDescription() + ".");
        }
        throw new Refusal("gateway.field-invalid", field + " takes a JSON pointer or a pattern with one group.");
    }

    private static List<String> words(String list) {
        return Stream.of(list.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
