package dev.slipway.door.relay.peek;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;

/**
 * The path of a target as rules see it: without the query, escapes resolved once, {@code \} as {@code /}, repeated
 * slashes as one, {@code .} and {@code ..} removed (RFC 3986, sections 5.2.4 and 6.2.2). Bytes are passed on as they
 * came; only the rules see this.
 */
public final class RequestPath {
    private static final byte[] NOTHING = {};

    private byte[] normal = NOTHING;
    private boolean isPlain;
    private int start;
    private int end;
    private ByteBuf bytes = Unpooled.EMPTY_BUFFER;

    void none() {
        isPlain = false;
        normal = NOTHING;
    }

    /** Whether this is a path, with a query or not. */
    boolean read(ByteBuf from, int first, int last) {
        bytes = from;
        start = first;
        end = last;
        isPlain = true;
        byte before = 0;
        boolean inQuery = false;
        for (int i = first; i < last; i++) {
            byte b = from.getByte(i);
            if (b <= ' ' || b == 127 || b == '#') {
                return false;
            }
            if (b == '?' && !inQuery) {
                end = i;
                inQuery = true;
            }
            if (!inQuery) {
                isPlain &= b != '%' && b != '\\' && !((b == '/' || b == '.') && before == '/');
                before = b;
            }
        }
        return isPlain || normalize();
    }

    private boolean normalize() {
        var out = new ByteArrayOutputStream(end - start);
        for (int i = start; i < end; i++) {
            byte b = bytes.getByte(i);
            if (b == '%') {
                int high = i + 2 < end ? Ascii.hex(bytes.getByte(i + 1)) : -1;
                int low = i + 2 < end ? Ascii.hex(bytes.getByte(i + 2)) : -1;
                if (high < 0 || low < 0 || (high == 0 && low == 0)) {
                    return false;
                }
                b = (byte) (high * 16 + low);
                i += 2;
            }
            out.write(b == '\\' ? '/' : b);
        }
        normal = withoutDots(out.toByteArray());
        return true;
    }

    private static byte[] withoutDots(byte[] path) {
        var kept = new ArrayDeque<String>();
        for (String part : new String(path, StandardCharsets.ISO_8859_1).split("/")) {
            switch (part) {
                case "", "." -> {}
                case ".." -> kept.pollLast();
                default -> kept.addLast(part);
            }
        }
        return ("/" + String.join("/", kept)).getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * Whether it is this path or one below it: {@code /get} and {@code /get/win}, not {@code /getaway}.
     *
     * @param prefix without a slash at its end; in lower case when {@code anyCase}
     */
    public boolean isAtOrBelow(byte[] prefix, boolean anyCase) {
        int length = length();
        if (length < prefix.length || (length > prefix.length && at(prefix.length) != '/')) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            byte b = at(i);
            if ((anyCase ? Ascii.lower(b) : b) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    /** How many bytes it has; 0 for a target without a path. */
    public int length() {
        return isPlain ? end - start : normal.length;
    }

    /** One of its bytes. */
    public byte at(int index) {
        return isPlain ? bytes.getByte(start + index) : normal[index];
    }

    /** Its text, each byte one character. */
    public String text() {
        return isPlain
                ? bytes.toString(start, end - start, StandardCharsets.ISO_8859_1)
                : new String(normal, StandardCharsets.ISO_8859_1);
    }
}
