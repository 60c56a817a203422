package dev.slipway.door.relay.steer;

import dev.slipway.base.fleet.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One line of the steering table: what is looked at, what it must be, and the lane that it then leads to. */
public record Rule(Look look, String value, Lane lane) {
    /** What a rule looks at. */
    public enum Look {
        /** The path of a request and everything below it. */
        PATH,
        /** The same, in any case. */
        ANYCASE,
        /** The host of a request, without its port; {@code *.example.com} for all below. */
        HOST,
        /** The server name in a ClientHello; the same. */
        SNI,
        /** A protocol in a ClientHello. */
        ALPN,
        /** First bytes of a connection, in hexadecimal; of neither HTTP nor TLS. */
        BYTES
    }

    private static final int BYTES_MAX = 64;

    public Rule {
        if (look == Look.BYTES) {
            byte[] bytes = HexFormat.of().parseHex(value);
            if (bytes.length == 0 || bytes.length > BYTES_MAX) {
                throw new IllegalArgumentException("a rule looks at 1 to %d bytes".formatted(BYTES_MAX));
            }
        }
    }

    /**
     * Reads rules as {@code sni:mail.example.com=activesync;path:/custom=portal}.
     *
     * @throws Refusal {@code relay.rule-invalid} names the rule
     */
    public static List<Rule> read(String text) {
        return Stream.of(text.split(";"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(Rule::one)
                .toList();
    }

    private static Rule one(String line) {
        try {
            int colon = line.indexOf(':');
            int equal = line.lastIndexOf('=');
            Look look = Look.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT));
            String value = line.substring(colon + 1, equal);
            Lane lane = Lane.valueOf(line.substring(equal + 1).toUpperCase(Locale.ROOT));
            boolean isPath = look == Look.PATH || look == Look.ANYCASE;
            if (value.isEmpty() || (isPath && !value.matches("/[^/].*[^/]|/[^/]"))) {
                throw new IllegalArgumentException("no value");
            }
            return new Rule(look, look == Look.PATH ? value : value.toLowerCase(Locale.ROOT), lane);
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException unreadable) {
            throw new Refusal(
                    "relay.rule-invalid",
                    ("The rule \"%s\" in relay.rules is none: write LOOK:VALUE=LANE, where LOOK is one of %s"
                                    + " and LANE one of %s.")
                            .formatted(line, words(Look.values()), words(Lane.values())));
        }
    }

    private static String words(Enum<?>[] values) {
        return String.join(
                ", ",
                Arrays.stream(values)
                        .map(value -> value.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    /** Of a path, host or protocol: its bytes; of {@link Look#BYTES}, those that it names. */
    byte[] bytes() {
        return look == Look.BYTES ? HexFormat.of().parseHex(value) : value.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Whether it names this host, or one above it by a star. */
    boolean names(String host) {
        return value.startsWith("*.") ? host.endsWith(value.substring(1)) : host.equals(value);
    }
}
