package dev.slipway.bootloader.protocol.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of one input and the place reached in them; every step looks at what remains before it takes. */
final class JsonSource {
    private static final int END = -1;

    private final byte[] input;
    private final int stringBytes;
    private int offset;

    JsonSource(byte[] input, int stringBytes) {
        this.input = input;
        this.stringBytes = stringBytes;
    }

    int offset() {
        return offset;
    }

    /** The next byte as 0..255 without taking it, or -1 at the end. */
    int peek() {
        return offset < input.length ? input[offset] & 0xff : END;
    }

    boolean takeIf(char wanted) {
        if (peek() != wanted) {
            return false;
        }
        offset++;
        return true;
    }

    void take(char wanted, String expected) {
        if (!takeIf(wanted)) {
            throw malformed(expected, found());
        }
    }

    void skipSpace() {
        while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') {
            offset++;
        }
    }

    void requireEnd() {
        if (offset < input.length) {
            throw malformed("the end", found());
        }
    }

    /** Takes one digit or more. */
    void digits(String expected) {
        int start = offset;
        while (peek() >= '0' && peek() <= '9') {
            offset++;
        }
        if (offset == start) {
            throw malformed(expected, found());
        }
    }

    Json literal(byte[] spelling, Json meaning) {
        int end = offset + spelling.length;
        if (end > input.length || !Arrays.equals(input, offset, end, spelling, 0, spelling.length)) {
            throw malformed("a value", found());
        }
        offset = end;
        return meaning;
    }

    /** What was taken since {@code start}, which must be ASCII. */
    String since(int start) {
        return new String(input, start, offset - start, StandardCharsets.US_ASCII);
    }

    /** RFC 8259 section 7. */
    String string() {
        take('"', "a string");
        var text = new StringBuilder();
        int start = offset;
        int run = offset;
        while (peek() != '"') {
            if (offset - start >= stringBytes) {
                throw new Malformed(start, "a string of at most " + stringBytes + " bytes", "a longer one");
            }
            if (peek() < ' ') {
                throw malformed("a character of a string", found());
            }
            if (peek() == '\\') {
                text.append(utf8(run));
                offset++;
                text.append(escaped());
                run = offset;
            } else {
                offset++;
            }
        }
        text.append(utf8(run));
        offset++;
        return whole(text.toString(), start);
    }

    private static String whole(String text, int start) {
        if (Surrogates.firstLone(text) >= 0) {
            throw new Malformed(start, "whole characters", "half a surrogate pair");
        }
        return text;
    }

    private char escaped() {
        int letter = peek();
        offset += letter == END ? 0 : 1;
        return switch (letter) {
            case '"', '\\', '/' -> (char) letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> codeUnit();
            default -> throw malformed("an escape of RFC 8259 section 7", "another one");
        };
    }

    private char codeUnit() {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            int digit = peek() == END ? -1 : Character.digit((char) peek(), 16);
            if (digit < 0 || peek() > 'f') {
                throw malformed("a hexadecimal digit", found());
            }
            unit = unit << 4 | digit;
            offset++;
        }
        return (char) unit;
    }

    /** The bytes since {@code run}; the decoder refuses overlong forms and encoded surrogates (RFC 3629 section 3). */
    private CharSequence utf8(int run) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(input, run, offset - run));
        } catch (CharacterCodingException e) {
            throw new Malformed(run, "UTF-8", e.toString());
        }
    }

    Malformed malformed(String expected, String found) {
        return new Malformed(offset, expected, found);
    }

    private String found() {
        int next = peek();
        if (next == END) {
            return "the end";
        }
        return next > ' ' && next < 0x7f ? "'" + (char) next + "'" : String.format("byte 0x%02x", next);
    }
}
