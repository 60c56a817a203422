package dev.slipway.base.wire.csv;

import java.util.List;
import java.util.stream.Collectors;

/** Writes what {@link CsvReader} reads back; line ends are those of RFC 4180, section 2. */
public final class CsvWriter {
    private static final String LINE_END = "\r\n";

    private CsvWriter() {}

    /** The records as a text. */
    public static String write(char separator, List<List<String>> records) {
        return records.stream()
                .map(record -> record(separator, record) + LINE_END)
                .collect(Collectors.joining());
    }

    /**
     * A record of one empty field is quoted, since a blank line is none; so is all that could tell another separator.
     */
    private static String record(char separator, List<String> fields) {
        return fields.size() == 1 && fields.getFirst().isEmpty()
                ? "\"\""
                : fields.stream().map(CsvWriter::field).collect(Collectors.joining(String.valueOf(separator)));
    }

    private static String field(String text) {
        return text.chars().noneMatch(c -> "\",;\t\r\n\uFEFF".indexOf(c) >= 0)
                ? text
                : '"' + text.replace("\"", "\"\"") + '"';
    }
}
