package dev.slipway.door.phone.apple;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.wire.data.DataFile;
import dev.slipway.base.wire.xml.XmlText;
import dev.slipway.door.phone.keys.Written;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The kinds of payload, from {@code payloads.tsv}, and of which type their values are. */
final class Payloads {
    private static final String RESOURCE = "/dev/slipway/door/phone/apple/payloads.tsv";
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

    private final Map<String, Kind> kinds;

    private Payloads(Map<String, Kind> kinds) {
        this.kinds = Map.copyOf(kinds);
    }

    private record Kind(String name, String type, Set<String> numbers) {
        Kind {
            numbers = Set.copyOf(numbers);
        }
    }

    /** What stands in a payload besides what every payload has. */
    record Content(String type, SortedMap<String, Object> values) {
        Content {
            values = new TreeMap<>(values);
        }
    }

    static Payloads ours() {
        return new Payloads(DataFile.lines(DataFile.text(Payloads.class, RESOURCE))
                .map(line -> line.split("\t", -1))
                .map(columns -> new Kind(columns[0], columns[1], Set.of(columns[2].split(" "))))
                .collect(Collectors.toMap(Kind::name, Function.identity())));
    }

    /** The payload that a key {@code PAYLOAD.KEY} belongs to; refuses {@code document.not-writable}. */
    String payloadOf(String key) {
        int dot = Math.max(0, key.indexOf('.'));
        String payload = key.substring(0, dot);
        if (!kinds.containsKey(payload) || !KEY.matcher(key.substring(dot + 1)).matches()) {
            throw new Refusal(
                    "document.not-writable",
                    "A profile cannot hold apple.%s: write apple.PAYLOAD.KEY with one of %s."
                            .formatted(key, String.join(", ", new TreeMap<>(kinds).keySet())));
        }
        return payload;
    }

    Content content(String payload, SortedMap<String, Written> keys) {
        Kind kind = Optional.ofNullable(kinds.get(payload)).orElseThrow();
        SortedMap<String, Object> values = new TreeMap<>();
        keys.forEach((key, written) -> values.put(key, value(kind, key, written.value())));
        return new Content(kind.type(), values);
    }

    private static Object value(Kind kind, String key, String text) {
        if (!XmlText.isWritable(text)) {
            throw new Refusal(
                    "document.not-writable",
                    "A profile cannot hold apple.%s.%s: remove control characters from its value."
                            .formatted(kind.name(), key));
        }
        if (kind.numbers().contains(key)) {
            if (!WHOLE.matcher(text).matches()) {
                throw new Refusal(
                        "document.not-writable",
                        "A profile cannot hold apple.%s.%s: write a whole number.".formatted(kind.name(), key));
            }
            return Integer.valueOf(text);
        }
        boolean isText = key.endsWith("Password") || key.equals("SSID_STR");
        return !isText && (text.equals("true") || text.equals("false")) ? Boolean.valueOf(text) : text;
    }
}
