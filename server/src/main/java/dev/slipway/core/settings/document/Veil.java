package dev.slipway.core.settings.document;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides secrets in a file as it was once sent, of which nobody knows any more what was secret in it. What is secret now
 * is known by writing the file twice, with and without stars. A line of the earlier file is shown as it is when it
 * stands in the new one without anything hidden, or when the same key stands there with a value that is not hidden. In
 * all other cases its value is hidden, for it may be a secret of then.
 */
final class Veil {
    static final String STARS = "****";

    /** The secret part of an address below {@code /d/}, whoever's and however old. */
    private static final Pattern ADDRESS = Pattern.compile("/d/[a-z2-7]{39}");

    private static final Pattern ELEMENT =
            Pattern.compile("(?<before>\\s*<(?<name>[\\w.:-]+)(?<attributes>(?:\\s+[\\w.:-]+=\"[^\"]*\")*)\\s*(?:/>|>))"
                    + "(?:(?<value>.*)(?<behind></\\k<name>>))?");

    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?<before>(?<name>[^=<>\"]{1,200}?)\\s*=\\s*)(?<value>.*)(?<behind>)");

    private static final Pattern ATTRIBUTE = Pattern.compile("(?<before>\\s(?<name>[\\w.:-]+)=\")[^\"]*");

    /** Attributes that say which key it is and who may change it. */
    private static final Set<String> OPEN_ATTRIBUTES = Set.of("name", "idx", "index", "perm", "overwrite");

    private final List<String> whole;
    private final List<String> starred;
    private final Set<String> openLines = new HashSet<>();
    private final Set<String> openKeys = new HashSet<>();
    private final Set<String> secretKeys = new HashSet<>();

    /**
     * A veil by the new file.
     *
     * @param whole its lines as the device would get them
     * @param starred the same with stars for secrets and for the address
     */
    Veil(List<String> whole, List<String> starred) {
        this.whole = whole.stream().map(Veil::withoutAddress).toList();
        this.starred = starred;
        for (int i = 0; i < Math.min(whole.size(), starred.size()); i++) {
            learn(this.whole.get(i), starred.get(i));
        }
    }

    private void learn(String line, String shown) {
        Optional<Line> read = Line.read(line);
        if (line.equals(shown)) {
            openLines.add(line);
            read.filter(said -> !said.value().isEmpty()).ifPresent(said -> openKeys.add(said.key()));
        } else {
            read.ifPresent(said -> secretKeys.add(said.key()));
        }
    }

    /** A line of the new file. */
    String after(int index) {
        String line = whole.get(index);
        if (whole.size() != starred.size()) {
            return hidden(line);
        }
        String shown = starred.get(index);
        return line.equals(shown) || shown.contains(STARS) ? shown : hidden(shown);
    }

    /** A line of the earlier file. */
    String before(String line) {
        String shown = withoutAddress(line);
        boolean open = openLines.contains(shown)
                || Line.read(shown)
                        .map(Line::key)
                        .filter(key -> openKeys.contains(key) && !secretKeys.contains(key))
                        .isPresent();
        return open ? shown : hidden(shown);
    }

    private static String withoutAddress(String line) {
        return ADDRESS.matcher(line).replaceAll("/d/" + Matcher.quoteReplacement(STARS));
    }

    private static String hidden(String line) {
        return Line.read(line).map(Line::hidden).orElse(STARS);
    }

    /**
     * A line that says one value.
     *
     * @param key without the numbers of accounts and the like: what is secret of one is secret of all
     */
    private record Line(String key, String before, String value, String behind) {
        static Optional<Line> read(String line) {
            Matcher element = ELEMENT.matcher(line);
            if (element.matches()) {
                return Optional.of(of(element, element.group("name") + named(element.group("attributes"))));
            }
            Matcher assignment = ASSIGNMENT.matcher(line);
            return assignment.matches()
                    ? Optional.of(of(assignment, assignment.group("name").strip()))
                    : Optional.empty();
        }

        private static Line of(Matcher line, String key) {
            return new Line(
                    key.replaceAll("[0-9]+", "#"), text(line, "before"), text(line, "value"), text(line, "behind"));
        }

        private static String text(Matcher line, String group) {
            return Optional.ofNullable(line.group(group)).orElse("");
        }

        /** Where all elements are called alike, the attribute {@code name} says the key. */
        private static String named(String attributes) {
            Matcher attribute = ATTRIBUTE.matcher(attributes);
            while (attribute.find()) {
                if (attribute.group("name").equals("name")) {
                    return " " + attribute.group();
                }
            }
            return "";
        }

        /** An empty value is no secret. */
        String hidden() {
            String open = ATTRIBUTE
                    .matcher(before)
                    .replaceAll(attribute -> Matcher.quoteReplacement(
                            OPEN_ATTRIBUTES.contains(attribute.group("name"))
                                    ? attribute.group()
                                    : attribute.group("before") + STARS));
            return open + (value.isEmpty() ? "" : STARS) + behind;
        }
    }
}
