package dev.slipway.door.phone.pnp;

import dev.slipway.base.wire.sip.SipAddress;
import dev.slipway.base.wire.sip.SipMessage;
import dev.slipway.base.wire.sip.SipStart;
import dev.slipway.door.phone.recognition.UserAgents;
import dev.slipway.door.phone.recognition.UserAgents.Recognized;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Step one, identify: what a phone says when it asks the network for its server. Some write {@code MAC%3a} before their
 * MAC
 * address, others {@code MAC=}; in the request's address, or in From alone. AudioCodes names none.
 *
 * @param mac 12 hexadecimal digits, lower case; empty when it says none
 * @param maker as by its User-Agent, else its vendor, in lower case; empty when it says none or {@code OEM}
 */
record PnpClaim(String mac, String maker) {
    private static final String EVENT = "ua-profile";
    private static final Pattern MAC =
            Pattern.compile("(?i)(?:mac(?:%3a|[:=]))?([0-9a-f]{2}(?:(?:%3a|[:-])?[0-9a-f]{2}){5})");
    private static final Pattern USER = Pattern.compile("(?i)^sips?:([^@;>]{1,64})");

    /** Empty for a message that asks for something else. */
    static Optional<PnpClaim> of(SipMessage message, UserAgents agents) {
        if (!(message.start() instanceof SipStart.Request(String method, String uri)) || !method.equals("SUBSCRIBE")) {
            return Optional.empty();
        }
        SipAddress event = SipAddress.parse(message.header("Event").orElse(""));
        if (!event.value().equalsIgnoreCase(EVENT)) {
            return Optional.empty();
        }
        Recognized said = agents.recognize(message.header("User-Agent").orElse(""));
        String mac = Stream.of(uri, address(message, "From"), address(message, "To"))
                .flatMap(address -> mac(address).stream())
                .findFirst()
                .orElse(said.mac());
        return Optional.of(new PnpClaim(mac, said.maker().isEmpty() ? vendor(event) : said.maker()));
    }

    private static String address(SipMessage message, String field) {
        return SipAddress.parse(message.header(field).orElse("")).value();
    }

    private static Optional<String> mac(String uri) {
        Matcher user = USER.matcher(uri);
        if (!user.find()) {
            return Optional.empty();
        }
        Matcher mac = MAC.matcher(user.group(1));
        return mac.matches()
                ? Optional.of(mac.group(1).toLowerCase(Locale.ROOT).replaceAll("%3a|[:-]", ""))
                : Optional.empty();
    }

    private static String vendor(SipAddress event) {
        String vendor =
                event.parameter("vendor").orElse("").toLowerCase(Locale.ROOT).strip();
        return vendor.equals("oem") ? "" : vendor;
    }
}
