package dev.slipway.base.store.sql;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What a record puts into the columns of its row, apart from tenant and id.
 */
public final class Row {
    private final SequencedMap<String, Object> values = new LinkedHashMap<>();

    /** A row with one column so far. */
    public static Row of(String column, Object value) {
        return new Row().and(column, value);
    }

    /** This row with one column more. */
    public Row and(String column, Object value) {
        values.put(column, value);
        return this;
    }

    Map<String, Object> values() {
        return values;
    }
}
