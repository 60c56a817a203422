package dev.slipway.base.wire.wap.wbxml;

import dev.slipway.base.wire.wap.Malformed;
import dev.slipway.base.wire.xml.XmlText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Bytes being read, with the string table among them; every reading checks first what remains. */
final class WbxmlSource {
    /** Five bytes hold 35 bits. */
    private static final int MB_BYTES_MAX = 5;

    private final byte[] bytes;
    private int at;
    private int tableStart;
    private int tableEnd;
    private int textLength;

    WbxmlSource(byte[] bytes) {
        this.bytes = bytes;
    }

    int at() {
        return at;
    }

    boolean isAtEnd() {
        return at == bytes.length;
    }

    int octet(String expected) {
        if (isAtEnd()) {
            throw new Malformed(at, expected, "the end");
        }
        return Byte.toUnsignedInt(bytes[at++]);
    }

    int peek(String expected) {
        int octet = octet(expected);
        at--;
        return octet;
    }

    int multibyte(String expected) {
        int begun = at;
        long number = 0;
        int octet;
        do {
            octet = octet(expected);
            number = (number << 7) | (octet & 0x7F);
            if (at - begun > MB_BYTES_MAX || number > Integer.MAX_VALUE) {
                throw new Malformed(begun, expected + " of at most 31 bits", "more");
            }
        } while (octet >= 0x80);
        return (int) number;
    }

    /** The table as long as the bytes here say. */
    void table() {
        int begun = at;
        int length = multibyte("the length of the string table");
        if (length > bytes.length - at) {
            throw new Malformed(
                    begun, "a string table of at most %d bytes".formatted(bytes.length - at), Integer.toString(length));
        }
        tableStart = at;
        tableEnd = at + length;
        at = tableEnd;
    }

    /** The text up to the next zero byte. */
    String inline() {
        int begun = at;
        int end = terminator(at, bytes.length, "a zero byte behind the text");
        at = end + 1;
        return text(begun, end);
    }

    /** The text of the table to which the offset here leads. */
    String reference() {
        int begun = at;
        return entry(multibyte("an offset into the string table"), begun);
    }

    /** The text of the table at this offset, which was read at {@code begun}. */
    String entry(int offset, int begun) {
        if (offset >= tableEnd - tableStart) {
            throw new Malformed(
                    begun,
                    "an offset into a string table of %d bytes".formatted(tableEnd - tableStart),
                    Integer.toString(offset));
        }
        int from = tableStart + offset;
        return text(from, terminator(from, tableEnd, "a zero byte at the end of the string table"));
    }

    private int terminator(int from, int limit, String expected) {
        for (int end = from; end < limit; end++) {
            if (bytes[end] == 0) {
                return end;
            }
        }
        throw new Malformed(from, expected, "none");
    }

    private String text(int from, int end) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, end - from))
                    .toString();
            if (!XmlText.isWritable(text)) {
                throw new Malformed(from, "characters that XML has", "another one");
            }
            return limited(text, from);
        } catch (CharacterCodingException other) {
            throw new Malformed(from, "UTF-8", HexFormat.of().formatHex(bytes, from, Math.min(end, from + 16)));
        }
    }

    /** Counts what is read, so that references cannot multiply a text without end. */
    String limited(String text, int from) {
        textLength += text.length();
        if (textLength > Wbxml.TEXT_LENGTH_MAX) {
            throw new Malformed(from, "at most %d characters of text".formatted(Wbxml.TEXT_LENGTH_MAX), "more");
        }
        return text;
    }
}
