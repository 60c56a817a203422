package dev.slipway.admin.act.importing;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.wire.csv.CsvTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where each column stands.
 *
 * @param titles as in the file
 * @param places index of each column that is there
 */
record Header(List<String> titles, Map<Column, Integer> places) {
    /** Title of the column that the file of rejected rows has more; read again it says nothing. */
    static final String REASON = "reason";

    Header {
        titles = List.copyOf(titles);
        places = Map.copyOf(places);
    }

    /**
     * Reads the first row.
     *
     * @param mapping our word for a column to the title it has in the file; those not named have our word
     * @throws Refusal {@code import.column}
     */
    static Header of(CsvTable.Row first, Map<String, String> mapping) {
        List<String> titles = first.fields().stream().map(String::strip).toList();
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        mapping.forEach((word, title) -> {
            Column column = Column.of(word)
                    .orElseThrow(() -> new Refusal(
                            "import.column",
                            "There is no column \"" + word
                                    + "\" to map; there are mac, type, user, account, position, label and group."));
            places.put(
                    column,
                    place(titles, title)
                            .orElseThrow(() -> new Refusal(
                                    "import.column",
                                    "The file has no column \"" + title + "\"; its columns are "
                                            + String.join(", ", titles) + ".")));
        });
        for (Column column : Column.values()) {
            if (!places.containsKey(column)) {
                place(titles, column.word()).ifPresent(place -> places.put(column, place));
            }
        }
        if (!places.containsKey(Column.MAC)) {
            throw new Refusal(
                    "import.column",
                    "The file has no column mac; map the column that holds the MAC addresses, out of "
                            + String.join(", ", titles) + ".");
        }
        return new Header(titles, places);
    }

    private static Optional<Integer> place(List<String> titles, String title) {
        List<Integer> found = IntStream.range(0, titles.size())
                .filter(index -> titles.get(index).equalsIgnoreCase(title.strip()))
                .boxed()
                .toList();
        if (found.size() > 1) {
            throw new Refusal("import.column", "The column \"" + title + "\" stands twice; remove one.");
        }
        return found.stream().findFirst();
    }

    String field(CsvTable.Row row, Column column) {
        return Optional.ofNullable(places.get(column))
                .map(place -> row.field(place).strip())
                .orElse("");
    }

    /** Titles of columns that mean nothing here. */
    List<String> ignored() {
        List<String> ignored = new ArrayList<>();
        for (int index = 0; index < titles.size(); index++) {
            if (!places.containsValue(index) && !titles.get(index).equalsIgnoreCase(REASON)) {
                ignored.add(titles.get(index));
            }
        }
        return ignored;
    }
}
