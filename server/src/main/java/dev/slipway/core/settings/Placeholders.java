package dev.slipway.core.settings;

import dev.slipway.base.fleet.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds and fills placeholders such as <code>${user.login}</code> in a value; <code>$${</code> stands for the two
 * characters <code>${</code> themselves. What is filled in is not searched again.
 */
final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("(\\$?)\\$\\{([^{}]*)(}?)");
    private static final String OPENING = "${";

    private Placeholders() {}

    /** Whether {@code value} has any, so that its type can be checked only after they are filled. */
    static boolean in(String value) {
        return value.contains(OPENING);
    }

    /** The names in {@code value}, in order. */
    static List<String> names(String value) {
        List<String> names = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(value);
        while (matcher.find()) {
            if (matcher.group(1).isEmpty()) {
                names.add(name(matcher));
            }
        }
        return names;
    }

    /** Fills in all, by {@code values}; one without value is thrown as {@code missing} makes it. */
    static String fill(String value, Function<String, Optional<String>> values, Function<String, Refusal> missing) {
        return PLACEHOLDER.matcher(value).replaceAll(match -> {
            if (!match.group(1).isEmpty()) {
                return Matcher.quoteReplacement(match.group().substring(1));
            }
            String name = name(match);
            return Matcher.quoteReplacement(values.apply(name).orElseThrow(() -> missing.apply(name)));
        });
    }

    /** A name that nothing stands for when the brace is missing. */
    private static String name(MatchResult match) {
        return match.group(3).isEmpty() ? match.group(2) + " (never closed)" : match.group(2);
    }
}
