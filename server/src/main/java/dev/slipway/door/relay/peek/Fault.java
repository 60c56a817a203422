package dev.slipway.door.relay.peek;

/**
 * Why a head is not passed on: two readers could understand it differently, or it is larger than anything sane. What
 * makes a relay and the server behind it disagree about where a request ends is refused, never repaired (RFC 9112,
 * section 11.2).
 */
public enum Fault {
    NONE(0, "", ""),
    LINE_END(400, "relay.line-end", "Lines of a head end with CR and LF, and no other control character stands in it."),
    HEAD_TOO_LONG(431, "relay.head-too-long", "The head is longer than 16384 bytes: send fewer or shorter fields."),
    REQUEST_LINE(400, "relay.request-line", "A request begins with a method, a space, a target, a space and HTTP/1.1."),
    VERSION(505, "relay.version", "HTTP/1.0 and HTTP/1.1 are spoken here."),
    TARGET(400, "relay.target", "The target has a broken escape, a fragment or a character that must be escaped."),
    FIELD(400, "relay.field", "A field is a name, a colon directly after it and a value, on one line."),
    HOST(400, "relay.host", "A request names its host exactly once."),
    LENGTH(400, "relay.length", "Content-Length is one whole number, given once."),
    LENGTH_AND_CODING(400, "relay.length-and-coding", "A body has a Content-Length or is chunked, never both."),
    CODING(400, "relay.coding", "The only transfer coding understood here is \"chunked\", given once, in HTTP/1.1."),
    CHUNK(400, "relay.chunk", "A chunk is its length in hexadecimal, CR LF, that many bytes, CR LF."),
    UPGRADE(400, "relay.upgrade", "An upgrade to HTTP/2 in clear text is not taken here: send HTTP/1.1.");

    private final int status;
    private final String code;
    private final String sentence;

    Fault(int status, String code, String sentence) {
        this.status = status;
        this.code = code;
        this.sentence = sentence;
    }

    /** The status of the refusal; 0 for no fault. */
    public int status() {
        return status;
    }

    /** Stable. */
    public String code() {
        return code;
    }

    /** What to do. */
    public String sentence() {
        return sentence;
    }
}
