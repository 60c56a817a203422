package dev.slipway.core.settings.catalog;

import dev.slipway.base.wire.pem.PemCertificates;
import java.net.Inet6Address;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which values a key takes.
 *
 * @param min smallest number, or fewest characters of a text
 * @param max largest number, or most characters of a text
 * @param choices what may be chosen; empty for kinds without choice
 */
public record ValueType(Kind kind, long min, long max, List<String> choices) {
    /** Most characters of any value, neutral or native: room for a dial plan or a certificate. */
    public static final int CHARACTERS_MAX = 16_384;

    private static final int NUMBER_DIGITS_MAX = 18;
    private static final int HOST_CHARACTERS_MAX = 253; // RFC 1035 section 2.3.4, without the length octets
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1," + NUMBER_DIGITS_MAX + "}");
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?");

    public ValueType {
        choices = List.copyOf(choices);
        if (min > max) {
            throw new IllegalArgumentException("a range goes upwards: " + min + " to " + max);
        }
    }

    /** Whether {@code value} is one of this type. */
    public boolean accepts(String value) {
        return switch (kind) {
            case TEXT, SECRET -> isBetween(value.length()) && isPrintable(value);
            case INTEGER, DURATION -> NUMBER.matcher(value).matches() && isBetween(Long.parseLong(value));
            case BOOLEAN -> value.equals("true") || value.equals("false");
            case CHOICE -> choices.contains(value);
            case CHOICES -> isSelection(List.of(value.split(",", -1)));
            case TIME -> TIME.matcher(value).matches();
            case HOST -> isHost(value);
            case URL -> isUrl(value);
            case CERTIFICATES ->
                isBetween(value.length()) && PemCertificates.read(value).isPresent();
        };
    }

    /** The values it takes, to be read after "must be". */
    public String range() {
        return switch (kind) {
            case TEXT, SECRET -> "a text of " + min + " to " + max + " characters";
            case INTEGER -> "a whole number from " + min + " to " + max;
            case DURATION -> "a whole number of seconds from " + min + " to " + max;
            case BOOLEAN -> "true or false";
            case CHOICE -> "one of " + String.join(", ", choices);
            case CHOICES -> "some of " + String.join(", ", choices) + ", each once, with commas and no blanks between";
            case TIME -> "a time of day from 00:00 to 23:59";
            case HOST -> "a host name or an IP address";
            case URL -> "a complete address such as https://example.com/file";
            case CERTIFICATES -> "certificates (PEM) and nothing else, at most " + max + " characters together";
        };
    }

    private boolean isBetween(long number) {
        return min <= number && number <= max;
    }

    private static boolean isPrintable(String value) {
        return value.chars().noneMatch(Character::isISOControl);
    }

    private boolean isSelection(List<String> chosen) {
        return choices.containsAll(chosen) && new HashSet<>(chosen).size() == chosen.size();
    }

    private static boolean isHost(String value) {
        if (value.isEmpty() || value.length() > HOST_CHARACTERS_MAX) {
            return false;
        }
        return value.contains(":")
                ? isIpv6(value)
                : List.of(value.split("\\.", -1)).stream()
                        .allMatch(label -> LABEL.matcher(label).matches());
    }

    private static boolean isIpv6(String value) {
        try {
            return !Inet6Address.ofLiteral(value).isAnyLocalAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private static boolean isUrl(String value) {
        try {
            URI uri = new URI(value);
            return value.length() <= CHARACTERS_MAX && uri.isAbsolute() && uri.getHost() != null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    /** The kinds of values. */
    public enum Kind {
        TEXT,
        INTEGER,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        CHOICE,
        /** Several choices in order of preference, with commas between. */
        CHOICES,
        /** Whole seconds. */
        DURATION,
        /** {@code HH:MM}, local to the device. */
        TIME,
        HOST,
        URL,
        /** One or more certificates in PEM form. */
        CERTIFICATES,
        /** A text that is shown as stars. */
        SECRET;

        /** The word of the data file and of the reference page. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What the numbers count: seconds, characters, or nothing. */
        public String unit() {
            return switch (this) {
                case DURATION -> "seconds";
                case TEXT, SECRET -> "characters";
                case INTEGER, BOOLEAN, CHOICE, CHOICES, TIME, HOST, URL, CERTIFICATES -> "";
            };
        }
    }
}
