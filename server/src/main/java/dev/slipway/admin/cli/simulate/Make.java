package dev.slipway.admin.cli.simulate;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes of phones that are simulated, each called as its device type; what they send was seen on the wire. */
public enum Make {
    /** A snom D785. */
    SNOM(0) {
        @Override
        String userAgent(String mac) {
            return "Mozilla/4.0 (compatible; snomD785-SIP 10.1.169.16 2010.12-00001-gd311851f1"
                    + " (Feb 25 2019 - 14:19:43) "
                    + mac.toUpperCase(Locale.ROOT) + " SXM:0 UXM:0 UXMC:0)";
        }

        // The file that leads to the others carries no plan, and is not what a phone polls for.
        @Override
        URI polled(URI entry) {
            return entry.resolve("settings.xml");
        }
    },
    /** A Yealink T46G. */
    YEALINK(1) {
        @Override
        String userAgent(String mac) {
            return "Yealink SIP-T46G 28.72.0.1 " + mac.replaceAll("..(?!$)", "$0:");
        }
    },
    /** Linphone 5.1, which does not say its name when it is provisioned, and no MAC address. */
    LINPHONE(2) {
        @Override
        String userAgent(String mac) {
            return "Unknown";
        }
    };

    /** Locally administered (IEEE 802), so no phone of a maker has it; then {@code SI}. */
    private static final String MAC_PREFIX = "025349";

    private final int digit;

    Make(int digit) {
        this.digit = digit;
    }

    /** The make of that word. */
    public static Optional<Make> of(String word) {
        return Arrays.stream(values()).filter(make -> make.word().equals(word)).findFirst();
    }

    /** All words, for a message. */
    public static String words() {
        return Arrays.stream(values()).map(Make::word).collect(Collectors.joining(", "));
    }

    abstract String userAgent(String mac);

    /** What it asks for again and again, by the address that it was given. */
    URI polled(URI entry) {
        return entry;
    }

    /** The device type; its name in the server. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name of its device of that number. */
    String device(int number) {
        return "%s%s-%06d".formatted(SimulatedFleet.PREFIX, word(), number);
    }

    /** Of the device of that number; 12 hexadecimal digits, lower case. */
    String mac(int number) {
        return "%s%x%05x".formatted(MAC_PREFIX, digit, number);
    }

    /** The headers of its requests; a phone sends no {@code If-None-Match}. */
    Map<String, String> headers(int number) {
        return Map.of("User-Agent", userAgent(mac(number)));
    }
}
