package dev.slipway.admin.act.importing;

import java.util.List;

/** What a column of a table can mean. */
interface Titled {
    /** As in reports, and as a title. */
    String word();

    /** Titles that mean it too, such as those that another product writes. */
    default List<String> others() {
        return List.of();
    }

    /** Whether a table without it makes no sense. */
    default boolean isNeeded() {
        return false;
    }
}
