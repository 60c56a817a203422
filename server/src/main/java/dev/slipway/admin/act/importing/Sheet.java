package dev.slipway.admin.act.importing;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.wire.csv.CsvMalformed;
import dev.slipway.base.wire.csv.CsvReader;
import dev.slipway.base.wire.csv.CsvTable;
import dev.slipway.base.wire.csv.CsvWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A table: its header understood, its rows as they came.
 *
 * @param <C> what its columns can mean
 */
public final class Sheet<C extends Titled> {
    private final Header<C> header;
    private final char separator;
    private final List<CsvTable.Row> rows;

    private Sheet(Header<C> header, char separator, List<CsvTable.Row> rows) {
        this.header = header;
        this.separator = separator;
        this.rows = List.copyOf(rows);
    }

    /**
     * Reads a text of separated fields; rows without any text are passed over.
     *
     * @param columns all that there can be
     * @param mapping our word for a column to its title in the file
     * @throws Refusal {@code import.malformed}, {@code import.column}
     */
    public static <C extends Titled> Sheet<C> read(String text, List<C> columns, Map<String, String> mapping) {
        CsvTable table = table(text);
        if (table.rows().isEmpty()) {
            throw new Refusal("import.malformed", "The file is empty; its first row names the columns.");
        }
        List<CsvTable.Row> rows = table.rows().stream()
                .skip(1)
                .filter(row -> row.fields().stream().anyMatch(field -> !field.isBlank()))
                .toList();
        return new Sheet<>(Header.of(table.rows().getFirst(), columns, mapping), table.separator(), rows);
    }

    /** The same from rows that are texts by title; they are bounded like a file. */
    public static <C extends Titled> Sheet<C> of(
            List<Map<String, String>> rows, List<C> columns, Map<String, String> mapping) {
        Set<String> titles = new LinkedHashSet<>();
        rows.forEach(row -> titles.addAll(row.keySet()));
        List<List<String>> records = new ArrayList<>();
        records.add(List.copyOf(titles));
        rows.forEach(row -> records.add(
                titles.stream().map(title -> row.getOrDefault(title, "")).toList()));
        return read(CsvWriter.write(',', records), columns, mapping);
    }

    private static CsvTable table(String text) {
        try {
            return CsvReader.read(text);
        } catch (CsvMalformed malformed) {
            throw new Refusal("import.malformed", "The file cannot be read: " + malformed.getMessage() + ".");
        }
    }

    List<SheetRow<C>> rows() {
        return rows.stream().map(row -> new SheetRow<>(header, row)).toList();
    }

    /** Titles of columns that mean nothing here. */
    public List<String> ignored() {
        return header.ignored();
    }

    /**
     * The rejected rows with their reasons in a last column, to be mended and read again; empty when there are none.
     */
    public String rejected(List<RowFault> faults) {
        List<Integer> kept = IntStream.range(0, header.titles().size())
                .filter(index -> !header.titles().get(index).equalsIgnoreCase(Header.REASON))
                .boxed()
                .toList();
        List<List<String>> records = new ArrayList<>();
        records.add(record(kept.stream().map(header.titles()::get).toList(), Header.REASON));
        Map<Integer, String> reasons = RowFault.reasons(faults);
        rows.stream()
                .filter(row -> reasons.containsKey(row.number()))
                .forEach(row -> records.add(
                        record(kept.stream().map(row::field).toList(), reasons.getOrDefault(row.number(), ""))));
        return records.size() == 1 ? "" : CsvWriter.write(separator, records);
    }

    private static List<String> record(List<String> fields, String last) {
        List<String> record = new ArrayList<>(fields);
        record.add(last);
        return record;
    }
}
