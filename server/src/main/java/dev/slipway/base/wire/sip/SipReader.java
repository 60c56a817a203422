package dev.slipway.base.wire.sip;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one datagram. Every length is compared with a limit or with what remains before anything is kept. Lines end
 * with
 * CR LF and nothing else; a line that begins with a blank goes on with the one before (RFC 3261, section 7.3.1). Of
 * bytes
 * beyond Content-Length nobody hears, and too few are malformed (section 18.3).
 */
final class SipReader {
    /** Phones keep within one packet of 1,300 bytes (RFC 3261, section 18.1.1); four traces of six have 450. */
    static final int MESSAGE_BYTES_MAX = 8_192;

    /** Of a header field with all its lines, and of the start line. */
    static final int LINE_BYTES_MAX = 1_024;

    static final int HEADERS_MAX = 64;

    /** RFC 3261, section 8.1.1, without Max-Forwards, which snom leaves out. */
    private static final List<String> NEEDED = List.of("Via", "From", "To", "Call-ID", "CSeq");

    private static final String TOKEN = "[A-Za-z0-9.!%*_+`'~-]+";
    private static final Pattern REQUEST = Pattern.compile("(" + TOKEN + ") ([!-~]+) SIP/2\\.0");
    private static final Pattern STATUS = Pattern.compile("SIP/2\\.0 ([1-6][0-9]{2}) ([^\\x00-\\x08\\x0a-\\x1f]*)");
    private static final Pattern HEADER =
            Pattern.compile("(" + TOKEN + ")[ \t]*:[ \t]*([^\\x00-\\x08\\x0a-\\x1f\\x7f]*)");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,5}");

    private final byte[] bytes;
    private int at;

    SipReader(byte[] bytes) {
        this.bytes = bytes;
    }

    SipMessage message() {
        if (bytes.length > MESSAGE_BYTES_MAX) {
            throw new Malformed(MESSAGE_BYTES_MAX, "at most " + MESSAGE_BYTES_MAX + " bytes", bytes.length + " bytes");
        }
        SipStart start = start();
        List<SipHeader> headers = headers();
        for (String needed : NEEDED) {
            if (headers.stream().noneMatch(header -> header.isNamed(needed))) {
                throw new Malformed(at, "a field " + needed, "the end of the fields");
            }
        }
        String body = text(at, length(headers));
        headers.removeIf(header -> header.isNamed("Content-Length"));
        return new SipMessage(start, headers, body);
    }

    private SipStart start() {
        String line = line();
        Matcher request = REQUEST.matcher(line);
        if (request.matches()) {
            return new SipStart.Request(request.group(1), request.group(2));
        }
        Matcher status = STATUS.matcher(line);
        if (status.matches()) {
            return new SipStart.Status(Integer.parseInt(status.group(1)), status.group(2));
        }
        throw new Malformed(0, "a request or a status line of SIP/2.0", quoted(line));
    }

    private List<SipHeader> headers() {
        List<SipHeader> headers = new ArrayList<>();
        int from = at;
        String line = unfolded();
        while (!line.isEmpty()) {
            Matcher header = HEADER.matcher(line);
            if (!header.matches()) {
                throw new Malformed(from, "NAME: VALUE", quoted(line));
            }
            if (headers.size() == HEADERS_MAX) {
                throw new Malformed(from, "at most " + HEADERS_MAX + " fields", "one more");
            }
            headers.add(new SipHeader(header.group(1), header.group(2).strip()));
            from = at;
            line = unfolded();
        }
        return headers;
    }

    private int length(List<SipHeader> headers) {
        List<String> said = headers.stream()
                .filter(header -> header.isNamed("Content-Length"))
                .map(SipHeader::value)
                .toList();
        int remains = bytes.length - at;
        if (said.isEmpty()) {
            return remains;
        }
        if (said.size() > 1 || !LENGTH.matcher(said.getFirst()).matches()) {
            throw new Malformed(at, "one Content-Length of at most five digits", quoted(String.join(", ", said)));
        }
        int length = Integer.parseInt(said.getFirst());
        if (length > remains) {
            throw new Malformed(at, "a body of " + length + " bytes", remains + " bytes");
        }
        return length;
    }

    /** A line and those that go on with it; empty for the end of the fields. */
    private String unfolded() {
        int from = at;
        String first = line();
        if (first.isEmpty()) {
            return first;
        }
        var whole = new StringBuilder(first);
        while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t')) {
            whole.append(' ').append(line().strip());
            if (at - from > LINE_BYTES_MAX) {
                throw new Malformed(from, "a field of at most " + LINE_BYTES_MAX + " bytes", (at - from) + " bytes");
            }
        }
        return whole.toString();
    }

    private String line() {
        int end = at;
        while (end < bytes.length && bytes[end] != '\r' && bytes[end] != '\n') {
            if (end - at == LINE_BYTES_MAX) {
                throw new Malformed(end, "the end of a line of at most " + LINE_BYTES_MAX + " bytes", "more");
            }
            end++;
        }
        if (end + 1 >= bytes.length || bytes[end] != '\r' || bytes[end + 1] != '\n') {
            throw new Malformed(end, "CR LF", end >= bytes.length ? "the end" : "another byte");
        }
        String line = text(at, end - at);
        at = end + 2;
        return line;
    }

    private String text(int from, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, length))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new Malformed(from, "text in UTF-8", notUtf8.getClass().getSimpleName());
        }
    }

    /** Short, and without what would break a line of a log. */
    private static String quoted(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", "?");
        return "\"" + (clean.length() > 60 ? clean.substring(0, 60) + "..." : clean) + "\"";
    }
}
