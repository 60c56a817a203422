package dev.slipway.base.wire.dhcp;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Which clients are given which options.
 *
 * @param name of letters, digits and dashes; names the rule in the server's configuration
 */
public record DhcpRule(String name, Match match, List<Option> options) {
    private static final int OPTION_BYTES_MAX = 255;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,63}");
    private static final Pattern VALUE = Pattern.compile("[!-~&&[^\"\\\\]]*");
    private static final Pattern PREFIX = Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2}){0,5}");

    public DhcpRule {
        options = List.copyOf(options);
        if (!NAME.matcher(name).matches() || options.isEmpty()) {
            throw new IllegalArgumentException("a rule needs a name and an option");
        }
    }

    /** Which clients. */
    public sealed interface Match {}

    /** Those whose vendor class (option 60) begins so. */
    public record VendorClass(String prefix) implements Match {
        public VendorClass {
            required(prefix);
        }
    }

    /** Those whose hardware address begins so: 1 to 6 bytes such as {@code 00:04:13}, lower case. */
    public record Hardware(String prefix) implements Match {
        public Hardware {
            if (!PREFIX.matcher(prefix).matches()) {
                throw new IllegalArgumentException("no hardware address: " + prefix);
            }
        }

        int count() {
            return prefix.split(":").length;
        }
    }

    /** What they are given. */
    public sealed interface Option {
        /** The number of the option. */
        int code();
    }

    /** An option that is a text of printable ASCII without quotes and blanks, of at most 255 bytes. */
    public record Text(int code, String value) implements Option {
        public Text {
            required(value);
        }
    }

    /**
     * An option that holds others, each a text with a zero at its end, as snom reads option 43 (RFC 2132, section 8.4).
     */
    public record Encapsulated(int code, SortedMap<Integer, String> inner) implements Option {
        public Encapsulated {
            inner = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(inner));
            inner.values().forEach(DhcpRule::required);
            if (inner.values().stream().mapToInt(value -> value.length() + 3).sum() > OPTION_BYTES_MAX) {
                throw new IllegalArgumentException("more than 255 bytes within option " + code);
            }
        }

        /** In hexadecimal, two digits and a colon between two bytes. */
        String hex() {
            var bytes = new java.io.ByteArrayOutputStream();
            inner.forEach((number, value) -> {
                bytes.write(number);
                bytes.write(value.length() + 1);
                bytes.writeBytes(value.getBytes(StandardCharsets.US_ASCII));
                bytes.write(0);
            });
            return java.util.HexFormat.ofDelimiter(":").formatHex(bytes.toByteArray());
        }
    }

    private static void required(String value) {
        if (value.isEmpty()
                || value.length() > OPTION_BYTES_MAX
                || !VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("no text for DHCP: " + value);
        }
    }
}
