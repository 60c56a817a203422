package dev.slipway.door.activation;

import dev.slipway.base.wire.data.DataFile;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The languages that pages are written in; a further one is a file beside this class and a line here. */
enum Language {
    EN,
    DE,
    FR,
    IT,
    ES;

    private static final Pattern HOLE = Pattern.compile("\\{([0-9])}");

    /** Longer wishes are no browser's. */
    private static final int WISH_LENGTH_MAX = 256;

    /** Before AM and PM; one character beyond Latin-1 makes a whole page of text twice as large in memory. */
    private static final char NARROW_SPACE = '\u202f';

    /** It does not break either. */
    private static final char SPACE = '\u00a0';

    private final DateTimeFormatter moments = DateTimeFormatter.ofLocalizedDateTime(
                    FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(Locale.forLanguageTag(tag()))
            .withZone(ZoneOffset.UTC);

    private static final Map<String, Language> NAMED =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Language::tag, each -> each));

    /** The texts of all of them, read once. */
    private static final Map<Language, Map<String, String>> TEXTS =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(each -> each, Language::read));

    private static Map<String, String> read(Language language) {
        String file = DataFile.text(Language.class, language.tag() + ".txt");
        return DataFile.lines(file)
                .map(line -> line.split("\t", 2))
                .collect(Collectors.toUnmodifiableMap(part -> part[0], part -> part[1]));
    }

    /** The language tag. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of writing; none of these is written from right to left yet. */
    String direction() {
        return "ltr";
    }

    private Map<String, String> texts() {
        return Optional.ofNullable(TEXTS.get(this)).orElse(Map.of());
    }

    /** The keys of its texts. */
    Set<String> keys() {
        return texts().keySet();
    }

    /** The text of that key with {@code values} filled in. */
    String say(String key, String... values) {
        String text = Optional.ofNullable(texts().get(key))
                .orElseThrow(() -> new IllegalArgumentException("no text " + key + " in " + tag()));
        if (values.length == 0) {
            return text;
        }
        return HOLE.matcher(text).replaceAll(hole -> Matcher.quoteReplacement(values[Integer.parseInt(hole.group(1))]));
    }

    /** A moment as people of this language write it, in UTC. */
    String moment(Instant at) {
        return moments.format(at).replace(NARROW_SPACE, SPACE) + " UTC";
    }

    /**
     * The first of these wishes that there is a language for, else English.
     *
     * @param asked from the address; empty when it says none
     * @param stored of the user, such as {@code de-CH}; empty when unknown
     * @param accepted the field Accept-Language (RFC 9110, section 12.5.4)
     */
    static Language of(String asked, String stored, String accepted) {
        return named(asked)
                .or(() -> named(stored))
                .or(() -> ranked(accepted).stream()
                        .map(Language::named)
                        .flatMap(Optional::stream)
                        .findFirst())
                .orElse(EN);
    }

    private static Optional<Language> named(String tag) {
        String first = tag.strip().split("[-_;]", 2)[0];
        return Optional.ofNullable(NAMED.get(first.toLowerCase(Locale.ROOT)));
    }

    private static List<String> ranked(String accepted) {
        try {
            String wish = accepted.substring(0, Math.min(accepted.length(), WISH_LENGTH_MAX));
            return Locale.LanguageRange.parse(wish.isBlank() ? "en" : wish).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(Locale.LanguageRange::getRange)
                    .toList();
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
    }
}
