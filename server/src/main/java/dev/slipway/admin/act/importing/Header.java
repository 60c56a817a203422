package dev.slipway.admin.act.importing;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.wire.csv.CsvTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where each column stands.
 *
 * @param titles as in the file
 * @param places index of each column that is there
 * @param <C> what columns can mean
 */
record Header<C extends Titled>(List<String> titles, Map<C, Integer> places) {
    /** Title of the column that the file of rejected rows has more; read again it says nothing. */
    static final String REASON = "reason";

    Header {
        titles = List.copyOf(titles);
        places = Map.copyOf(places);
    }

    /**
     * Reads the first row.
     *
     * @param columns all that there can be
     * @param mapping our word for a column to the title it has in the file; those not named have a title of ours
     * @throws Refusal {@code import.column}
     */
    static <C extends Titled> Header<C> of(CsvTable.Row first, List<C> columns, Map<String, String> mapping) {
        List<String> titles = first.fields().stream().map(String::strip).toList();
        Map<C, Integer> places = new HashMap<>();
        mapping.forEach((word, title) -> places.put(
                column(columns, word),
                place(titles, title)
                        .orElseThrow(() -> new Refusal(
                                "import.column",
                                "The file has no column \"" + title + "\"; its columns are " + String.join(", ", titles)
                                        + "."))));
        for (C column : columns) {
            if (!places.containsKey(column)) {
                Stream.concat(Stream.of(column.word()), column.others().stream())
                        .map(title -> place(titles, title))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .ifPresent(place -> places.put(column, place));
            }
            if (column.isNeeded() && !places.containsKey(column)) {
                throw new Refusal(
                        "import.column",
                        "The file has no column %s; map the column that holds it, out of %s."
                                .formatted(column.word(), String.join(", ", titles)));
            }
        }
        return new Header<>(titles, places);
    }

    private static <C extends Titled> C column(List<C> columns, String word) {
        return columns.stream()
                .filter(column -> column.word().equalsIgnoreCase(word.strip()))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "import.column",
                        "There is no column \"%s\" to map; there are %s."
                                .formatted(
                                        word, columns.stream().map(Titled::word).collect(Collectors.joining(", ")))));
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

    String field(CsvTable.Row row, C column) {
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
