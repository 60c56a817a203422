package dev.slipway.admin.act.importing;

import java.util.List;
import java.util.Locale;

/** What a column of a table of phones can mean; its header is the name in any case. */
public enum Column implements Titled {
    /** Of the phone, in any common writing; rows of the same MAC are one phone. */
    MAC,
    /** Device type, by name; needed for a new phone. */
    TYPE,
    /** Login; the first of a phone is its user. */
    USER,
    /** Address of one of the user's accounts; left out for the user's next active one, oldest first. */
    ACCOUNT,
    /** Of the account, 1 for the first; left out for the one after that of the row before. */
    POSITION,
    /** Shown at the position. */
    LABEL,
    /** Group that the phone joins, besides those it is in. */
    GROUP;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean isNeeded() {
        return this == MAC;
    }

    /** Of phones, all. */
    public static List<Column> all() {
        return List.of(values());
    }
}
