package dev.slipway.base.store.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows of several queries in one answer: each query becomes one column, an array of its rows as objects. */
public final class JsonRows {
    private static final JsonMapper JSON = JsonMapper.shared();

    private JsonRows() {}

    /** The rows of {@code query} as a column of another one. */
    public static String column(String name, String query) {
        return "(select json_agg(r) from (" + query + ") r) as " + name;
    }

    /** The records of that column, in the order of its query. */
    public static <T> List<T> read(Columns row, String name, Reading<T> reading) throws SQLException {
        List<T> records = new ArrayList<>();
        for (JsonNode one : JSON.readTree(row.optionalText(name).orElse("[]"))) {
            records.add(reading.read(new JsonColumns(one)));
        }
        return records;
    }
}
