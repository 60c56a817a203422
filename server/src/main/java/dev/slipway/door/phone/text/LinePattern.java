package dev.slipway.door.phone.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line with places for values: <code>{name}</code> is a value, empty when there is none, and what stands between
 * square
 * brackets is left out when a value in it is empty. Brackets do not nest.
 */
record LinePattern(List<Part> parts) {
    private static final Pattern GROUP = Pattern.compile("\\[([^]]*)]|([^\\[\\]]+)");
    private static final Pattern VALUE = Pattern.compile("\\{([a-z_.]+)}");

    LinePattern {
        parts = List.copyOf(parts);
    }

    /** Literal text with values; optional when it stood in brackets. */
    record Part(String text, boolean optional) {
        String filled(Map<String, String> values) {
            var filled = new StringBuilder();
            Matcher place = VALUE.matcher(text);
            int from = 0;
            while (place.find()) {
                String value = values.getOrDefault(place.group(1), "");
                if (optional && value.isEmpty()) {
                    return "";
                }
                filled.append(text, from, place.start()).append(value);
                from = place.end();
            }
            return filled.append(text, from, text.length()).toString();
        }
    }

    static LinePattern parse(String line) {
        List<Part> parts = new ArrayList<>();
        Matcher group = GROUP.matcher(line);
        int end = 0;
        while (group.find() && group.start() == end) {
            boolean optional = group.group(1) != null;
            parts.add(new Part(optional ? group.group(1) : group.group(2), optional));
            end = group.end();
        }
        if (end != line.length()) {
            throw new IllegalArgumentException("a bracket without its other half: " + line);
        }
        return new LinePattern(parts);
    }

    String filled(Map<String, String> values) {
        var line = new StringBuilder();
        parts.forEach(part -> line.append(part.filled(values)));
        return line.toString();
    }
}
