package dev.slipway.admin.cli.text;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Prints data in the format that was asked for. */
public final class Printer {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String GAP = "  ";

    /** How data is printed. */
    public enum Format {
        TABLE,
        JSON,
        YAML,
        CSV
    }

    private final PrintStream out;
    private final Format format;

    /** Prints to {@code out}. */
    public Printer(PrintStream out, Format format) {
        this.out = out;
        this.format = format;
    }

    /** Many records; columns are paths such as {@code person.email}: the titles of CSV, in words those of the table. */
    public void list(List<JsonNode> records, List<String> columns) {
        switch (format) {
            case TABLE -> table(rows(records, columns));
            case CSV -> {
                out.println(csv(columns));
                cells(records, columns).forEach(row -> out.println(csv(row)));
            }
            case JSON, YAML -> whole(JSON.createArrayNode().addAll(records));
        }
    }

    /** One record; as a table it has a line per field, as CSV a title line and one of values. */
    public void record(JsonNode record) {
        switch (format) {
            case TABLE -> table(flat("", record));
            case CSV -> {
                List<String> columns =
                        flat("", record).stream().map(List::getFirst).distinct().toList();
                out.println(csv(columns));
                cells(List.of(record), columns).forEach(row -> out.println(csv(row)));
            }
            case JSON, YAML -> whole(record);
        }
    }

    /** A text that is the data itself, such as a message; JSON and YAML get the record it stands in. */
    public void text(String text, JsonNode record) {
        switch (format) {
            case TABLE, CSV -> out.println(text);
            case JSON, YAML -> whole(record);
        }
    }

    private void whole(JsonNode node) {
        out.print(
                format == Format.JSON
                        ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n"
                        : yaml(node));
    }

    /** Every text in quotation marks: without them a version or phone number would be read as a number. */
    private static String yaml(JsonNode node) {
        return YAMLMapper.builder()
                .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(node);
    }

    private static List<List<String>> rows(List<JsonNode> records, List<String> columns) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(columns.stream().map(Printer::title).toList());
        rows.addAll(cells(records, columns));
        return rows;
    }

    private static List<List<String>> cells(List<JsonNode> records, List<String> columns) {
        return records.stream()
                .map(record ->
                        columns.stream().map(path -> cell(at(record, path))).toList())
                .toList();
    }

    private static String title(String path) {
        return path.substring(path.lastIndexOf('.') + 1).replace('_', ' ').toUpperCase(Locale.ROOT);
    }

    private static JsonNode at(JsonNode record, String path) {
        return record.at("/" + path.replace('.', '/'));
    }

    private static List<List<String>> flat(String prefix, JsonNode node) {
        List<List<String>> rows = new ArrayList<>();
        node.properties().forEach(member -> {
            String path = prefix + member.getKey();
            JsonNode value = member.getValue();
            if (value.isObject()) {
                rows.addAll(flat(path + ".", value));
            } else if (value.isArray() && value.path(0).isObject()) {
                value.forEach(element -> rows.add(List.of(path, cell(element))));
            } else {
                rows.add(List.of(path, cell(value)));
            }
        });
        return rows;
    }

    private static String cell(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(Printer::cell).collect(Collectors.joining(", "));
        }
        return value.isObject()
                ? flat("", value).stream()
                        .map(row -> row.getFirst() + "=" + row.getLast())
                        .collect(Collectors.joining(" "))
                : value.asString("");
    }

    private void table(List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<Integer> widths = IntStream.range(0, rows.getFirst().size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column)
                                .codePointCount(0, row.get(column).length()))
                        .max()
                        .orElse(0))
                .toList();
        rows.forEach(row -> out.println(line(row, widths)));
    }

    private static String line(List<String> row, List<Integer> widths) {
        var line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String text = row.get(column).replaceAll("\\p{Cntrl}", " ");
            line.append(text).append(" ".repeat(widths.get(column) - text.codePointCount(0, text.length())));
            line.append(GAP);
        }
        return line.toString().stripTrailing();
    }

    /** RFC 4180, section 2. */
    private static String csv(List<String> row) {
        return row.stream()
                .map(text -> text.matches("[^\",\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }
}
