package dev.slipway.base.wire.csv;

import java.util.List;

/**
 * What stands in a file.
 *
 * @param rows in order, blank lines left out
 */
public record CsvTable(char separator, List<Row> rows) {
    public CsvTable {
        rows = List.copyOf(rows);
    }

    /**
     * One record.
     *
     * @param number as a spreadsheet shows it: 1 for the first, blank lines counted
     */
    public record Row(int number, List<String> fields) {
        public Row {
            fields = List.copyOf(fields);
        }

        /** The field of that column, empty when the row is shorter. */
        public String field(int column) {
            return column < fields.size() ? fields.get(column) : "";
        }
    }
}
