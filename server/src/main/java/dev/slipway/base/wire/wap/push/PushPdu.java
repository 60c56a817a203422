package dev.slipway.base.wire.wap.push;

import dev.slipway.base.wire.wap.Malformed;
import dev.slipway.base.wire.wap.push.PushType.Connectivity;
import dev.slipway.base.wire.wap.push.PushType.Named;
import dev.slipway.base.wire.wap.security.Security;
import dev.slipway.base.wire.wap.security.Signature;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The Push of connectionless WSP (WAP-230, section 8.2.4.1): transaction, kind, headers of which the first is the media
 * type (section 8.4.2.24), body.
 */
public final class PushPdu {
    /** Longest that is read or written: 255 parts of a long message. */
    public static final int BYTES_MAX = 255 * 128;

    private static final int PUSH = 0x06;

    /** {@code application/vnd.wap.connectivity-wbxml} and parameters, by their WSP numbers with the top bit set. */
    private static final int CONNECTIVITY = 0xB6;

    private static final int SEC = 0x91;
    private static final int MAC = 0x92;
    private static final int CHARSET = 0x81;

    /** MIBenum 106 as short integer. */
    private static final int UTF_8 = 0xEA;

    private static final int TOP_BIT = 0x80;

    /** A length up to 30 stands for itself; 31 says that one follows. */
    private static final int LENGTH_QUOTE = 0x1F;

    private static final int TEXT_FIRST = 0x20;

    private final int transaction;
    private final PushType type;
    private final byte[] body;

    /** A push; {@code transaction} is one byte that a phone may use to know a repetition. */
    public PushPdu(int transaction, PushType type, byte[] body) {
        this.transaction = transaction;
        this.type = type;
        this.body = body.clone();
    }

    /** One byte. */
    public int transaction() {
        return transaction;
    }

    /** What the body is. */
    public PushType type() {
        return type;
    }

    /** The document. */
    public byte[] body() {
        return body.clone();
    }

    /** As it is sent. */
    public byte[] toArray() {
        byte[] headers = headers();
        var bytes = new ByteArrayOutputStream();
        bytes.write(transaction);
        bytes.write(PUSH);
        uintvar(bytes, headers.length);
        bytes.writeBytes(headers);
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    private static void uintvar(ByteArrayOutputStream bytes, int number) {
        if (number >= TOP_BIT) {
            bytes.write(number >> 7 | TOP_BIT);
        }
        bytes.write(number & (TOP_BIT - 1));
    }

    private byte[] headers() {
        var value = new ByteArrayOutputStream();
        switch (type) {
            case Connectivity connectivity -> {
                value.write(CONNECTIVITY);
                connectivity.signature().ifPresent(signature -> write(signature, value));
            }
            case Named named -> {
                value.writeBytes(named.mediaType().getBytes(StandardCharsets.US_ASCII));
                value.write(0);
                value.write(CHARSET);
                value.write(UTF_8);
            }
        }
        var headers = new ByteArrayOutputStream();
        if (value.size() > 1) {
            if (value.size() >= LENGTH_QUOTE) {
                headers.write(LENGTH_QUOTE);
            }
            uintvar(headers, value.size());
        }
        headers.writeBytes(value.toByteArray());
        return headers.toByteArray();
    }

    private static void write(Signature signature, ByteArrayOutputStream value) {
        value.write(SEC);
        value.write(TOP_BIT | signature.security().number());
        signature.mac().ifPresent(mac -> {
            value.write(MAC);
            value.writeBytes(mac.getBytes(StandardCharsets.US_ASCII));
            value.write(0);
        });
    }

    /** What was received; headers behind the media type are passed over. */
    public static PushPdu of(byte[] bytes) {
        if (bytes.length > BYTES_MAX) {
            throw new Malformed(BYTES_MAX, "at most %d bytes".formatted(BYTES_MAX), bytes.length + " bytes");
        }
        var source = new WspSource(bytes, bytes.length);
        int transaction = source.octet("a transaction");
        int kind = source.octet("a push");
        if (kind != PUSH) {
            throw new Malformed(1, "a push, 06", "%02x".formatted(kind));
        }
        int headersEnd = source.length(source.uintvar("the length of the headers"));
        PushType type = type(new WspSource(bytes, headersEnd), source.at());
        source.skipTo(headersEnd);
        return new PushPdu(transaction, type, source.rest());
    }

    private static PushType type(WspSource source, int from) {
        source.skipTo(from);
        int first = source.octet("a media type");
        if (first >= TOP_BIT) {
            return media(first, from);
        }
        if (first >= TEXT_FIRST) {
            return named(source);
        }
        int end = source.length(first == LENGTH_QUOTE ? source.uintvar("the length of a media type") : first);
        int begun = source.at();
        int media = source.octet("a media type");
        if (media < TOP_BIT) {
            return named(source);
        }
        media(media, begun);
        return new Connectivity(signature(source, end));
    }

    private static Named named(WspSource source) {
        source.back();
        int begun = source.at();
        String name = source.text();
        if (name.length() > Named.LENGTH_MAX) {
            throw new Malformed(begun, "a media type of at most %d characters".formatted(Named.LENGTH_MAX), "more");
        }
        return new Named(name);
    }

    private static Connectivity media(int token, int begun) {
        if (token != CONNECTIVITY) {
            throw new Malformed(begun, "media type b6, a provisioning document", "%02x".formatted(token));
        }
        return new Connectivity(Optional.empty());
    }

    private static Optional<Signature> signature(WspSource source, int end) {
        Optional<Security> security = Optional.empty();
        Optional<String> mac = Optional.empty();
        int begun = source.at();
        while (source.at() < end) {
            int parameter = source.octet("a parameter");
            int value = source.at();
            switch (parameter) {
                case SEC -> security = Optional.of(security(source.octet("a method"), value));
                case MAC -> mac = Optional.of(source.text().toUpperCase(Locale.ROOT));
                case CHARSET -> source.octet("a character set");
                default -> throw new Malformed(value - 1, "SEC, MAC or a character set", "%02x".formatted(parameter));
            }
        }
        return signature(security, mac, begun);
    }

    private static Optional<Signature> signature(Optional<Security> security, Optional<String> mac, int begun) {
        try {
            return security.map(method -> new Signature(method, mac));
        } catch (IllegalArgumentException wrong) {
            throw new Malformed(begun, "40 hexadecimal digits as MAC", mac.orElse("none"));
        }
    }

    private static Security security(int octet, int begun) {
        return Security.of(octet & (TOP_BIT - 1))
                .filter(method -> octet >= TOP_BIT)
                .orElseThrow(() -> new Malformed(begun, "a security method, 80 to 83", "%02x".formatted(octet)));
    }
}
