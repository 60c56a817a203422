package dev.slipway.base.wire.sip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request or an answer.
 *
 * @param headers in order, without Content-Length, which the writer counts
 * @param body as UTF-8; empty for none
 */
public record SipMessage(SipStart start, List<SipHeader> headers, String body) {
    /** The only version there is (RFC 3261, section 7.1). */
    public static final String VERSION = "SIP/2.0";

    private static final Pattern RPORT = Pattern.compile("(?i);\\s*rport\\s*(?=[;,]|$)");
    private static final String LENGTH = "Content-Length";
    private static final List<String> ECHOED = List.of("Via", "From", "To", "Call-ID", "CSeq");

    public SipMessage {
        headers = List.copyOf(headers);
    }

    /** Reads one datagram; throws {@link Malformed}. */
    public static SipMessage read(byte[] datagram) {
        return new SipReader(datagram).message();
    }

    /** The first field of that name, in whatever case it was sent. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.isNamed(name))
                .map(SipHeader::value)
                .findFirst();
    }

    /**
     * The answer to this request (RFC 3261, section 8.2.6): what identifies it comes back as it was.
     *
     * @param tag for the To field, unless the request has one
     */
    public SipMessage answer(SipStart.Status status, String tag) {
        List<SipHeader> echoed = new ArrayList<>();
        headers.stream()
                .filter(header -> ECHOED.stream().anyMatch(header::isNamed))
                .map(header -> header.isNamed("To") ? tagged(header, tag) : header)
                .forEach(echoed::add);
        return new SipMessage(status, echoed, "");
    }

    private static SipHeader tagged(SipHeader to, String tag) {
        boolean has = SipAddress.parse(to.value()).parameter("tag").isPresent();
        return has ? to : new SipHeader(to.name(), to.value() + ";tag=" + tag);
    }

    /**
     * This request as a server keeps it: when its newest Via asks for that, it says from where it came (RFC 3581,
     * section 4).
     */
    public SipMessage received(String host, int port) {
        List<SipHeader> noted = new ArrayList<>(headers);
        for (int i = 0; i < noted.size(); i++) {
            SipHeader via = noted.get(i);
            if (via.isNamed("Via")) {
                String value = RPORT.matcher(via.value()).replaceFirst(";received=" + host + ";rport=" + port);
                noted.set(i, new SipHeader(via.name(), value));
                break;
            }
        }
        return new SipMessage(start, noted, body);
    }

    /** This message with further fields at its end. */
    public SipMessage with(SipHeader... more) {
        List<SipHeader> all = new ArrayList<>(headers);
        all.addAll(List.of(more));
        return new SipMessage(start, all, body);
    }

    /** The bytes to send. */
    public byte[] bytes() {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        var text = new StringBuilder(start.line()).append("\r\n");
        headers.forEach(header ->
                text.append(header.name()).append(": ").append(header.value()).append("\r\n"));
        text.append(LENGTH)
                .append(": ")
                .append(content.length)
                .append("\r\n\r\n")
                .append(body);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
