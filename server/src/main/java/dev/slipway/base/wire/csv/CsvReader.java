package dev.slipway.base.wire.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads RFC 4180 and what spreadsheets make of it. The separator is the one of {@code ; , TAB} that stands most often
 * in
 * the first record outside of quotes. A quote inside of a field that does not begin with one is a quote.
 */
public final class CsvReader {
    /** Longest text in characters: a phone of a fleet is a row of some hundred. */
    public static final int TEXT_LENGTH_MAX = 4 << 20;

    /** Most records, 10,000 and the one that names the columns: they are one transaction later. */
    public static final int ROWS_MAX = 10_001;

    /** Most fields of a record. */
    public static final int COLUMNS_MAX = 64;

    /** Longest field in characters. */
    public static final int FIELD_LENGTH_MAX = 1_000;

    private static final char MARK = '\uFEFF';
    private static final char QUOTE = '"';
    private static final int END = -1;

    private final String text;
    private final char separator;
    private final List<CsvTable.Row> rows = new ArrayList<>();
    private int at;
    private int line = 1;

    private CsvReader(String text) {
        this.text = text;
        this.at = !text.isEmpty() && text.charAt(0) == MARK ? 1 : 0;
        this.separator = separator(text, at);
    }

    /** The characters of a file in UTF-8; other bytes are malformed. */
    public static String text(byte[] bytes) throws CsvMalformed {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            throw new CsvMalformed(0, "the file is not in UTF-8; save it as \"CSV UTF-8\"");
        }
    }

    /** The records of {@code text}. */
    public static CsvTable read(String text) throws CsvMalformed {
        if (text.length() > TEXT_LENGTH_MAX) {
            throw new CsvMalformed(0, "the file has more than %d characters; split it".formatted(TEXT_LENGTH_MAX));
        }
        return new CsvReader(text).table();
    }

    private CsvTable table() throws CsvMalformed {
        int number = 1;
        while (peek() != END) {
            int begun = line;
            boolean blank = isLineEnd(peek());
            List<String> fields = record(begun);
            if (!blank && rows.size() == ROWS_MAX) {
                throw new CsvMalformed(begun, "there are more than %d rows; split the file".formatted(ROWS_MAX));
            }
            if (!blank) {
                rows.add(new CsvTable.Row(number, fields));
            }
            number++;
        }
        return new CsvTable(separator, rows);
    }

    private List<String> record(int begun) throws CsvMalformed {
        List<String> fields = new ArrayList<>();
        fields.add(field());
        while (peek() == separator) {
            at++;
            if (fields.size() == COLUMNS_MAX) {
                throw new CsvMalformed(begun, "a row has more than %d fields".formatted(COLUMNS_MAX));
            }
            fields.add(field());
        }
        lineEnd();
        return fields;
    }

    private String field() throws CsvMalformed {
        int begun = line;
        String field = peek() == QUOTE ? quoted() : plain();
        if (field.length() > FIELD_LENGTH_MAX) {
            throw new CsvMalformed(begun, "a field has more than %d characters".formatted(FIELD_LENGTH_MAX));
        }
        return field;
    }

    private String plain() {
        int from = at;
        while (peek() != END && peek() != separator && !isLineEnd(peek())) {
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted() throws CsvMalformed {
        int begun = line;
        var field = new StringBuilder();
        at++;
        while (peek() != QUOTE || next() == QUOTE) {
            if (peek() == END) {
                throw new CsvMalformed(begun, "the quote that begins here is never closed");
            }
            if (isLineEnd(peek()) && !(peek() == '\r' && next() == '\n')) {
                line++;
            }
            field.append(text.charAt(at));
            at += peek() == QUOTE ? 2 : 1;
        }
        at++;
        if (peek() != END && peek() != separator && !isLineEnd(peek())) {
            throw new CsvMalformed(line, "behind a closing quote stands neither a separator nor the end of the line");
        }
        return field.toString();
    }

    private void lineEnd() {
        if (peek() != END) {
            at += peek() == '\r' && next() == '\n' ? 2 : 1;
            line++;
        }
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private int next() {
        return at + 1 < text.length() ? text.charAt(at + 1) : END;
    }

    private static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r';
    }

    private static char separator(String text, int from) {
        int[] count = new int[3];
        boolean inQuotes = false;
        for (int i = from; i < text.length() && (inQuotes || !isLineEnd(text.charAt(i))); i++) {
            inQuotes ^= text.charAt(i) == QUOTE;
            int which = inQuotes ? -1 : ",;\t".indexOf(text.charAt(i));
            if (which >= 0) {
                count[which]++;
            }
        }
        int most = count[1] > count[0] ? 1 : 0;
        return ",;\t".charAt(count[2] > count[most] ? 2 : most);
    }
}
