package dev.slipway.base.wire.sip;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the parameters of From, To, Contact, Event and Via, and the parameters (RFC 3261, sections 7.3.1
 * and
 * 20.10). Lenient: what is no parameter is passed over, as phones write many.
 *
 * @param value the URI without its brackets, the event, or the protocol and sender of a Via
 * @param parameters names in lower case; values without their quotes, empty for a name alone
 */
public record SipAddress(String value, Map<String, String> parameters) {
    private static final Pattern IN_BRACKETS =
            Pattern.compile("^(?:\"(?:[^\"\\\\]|\\\\.)*+\"\\s*+|[^<\"]*+)<([^>]*+)>(.*)$");
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*+([A-Za-z0-9.!%*_+`'~-]++)\\s*+(?:=\\s*+(?:\"([^\"]*+)\"|([^;\"\\s]*+)))?+");
    private static final Pattern HOST_PORT = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\s]+)(?::([0-9]{1,5}))?");
    private static final int PORT_MAX = 65_535;

    public SipAddress {
        parameters = Map.copyOf(parameters);
    }

    /** Reads a value of one of those fields; of a list, the first. */
    public static SipAddress parse(String field) {
        Matcher bracketed = IN_BRACKETS.matcher(field);
        if (bracketed.matches()) {
            return new SipAddress(bracketed.group(1).strip(), parameters(bracketed.group(2)));
        }
        int end = field.indexOf(';');
        return end < 0
                ? new SipAddress(field.strip(), Map.of())
                : new SipAddress(field.substring(0, end).strip(), parameters(field.substring(end)));
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new TreeMap<>();
        Matcher parameter = PARAMETER.matcher(text);
        while (parameter.find()) {
            String quoted = parameter.group(2);
            String plain = parameter.group(3);
            parameters.putIfAbsent(
                    parameter.group(1).toLowerCase(Locale.ROOT), quoted != null ? quoted : plain != null ? plain : "");
        }
        return parameters;
    }

    /** The value of a parameter; empty when it is not there. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** The port of a SIP URI, or of a Via's sender; empty when it names none or an impossible one. */
    public Optional<Integer> port() {
        String host = value.replaceFirst("^[Ss][Ii][Pp][Ss]?:", "").replaceFirst("^SIP/2\\.0/\\S+\\s+", "");
        host = host.substring(host.indexOf('@') + 1).replaceFirst("[;?].*$", "");
        Matcher matcher = HOST_PORT.matcher(host);
        return matcher.matches()
                ? Optional.ofNullable(matcher.group(2))
                        .map(Integer::valueOf)
                        .filter(port -> port > 0 && port <= PORT_MAX)
                : Optional.empty();
    }
}
