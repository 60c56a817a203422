package dev.slipway.admin.act.importing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a column of a table of phones can mean; its header is the name in any case. */
enum Column {
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

    /** As in headers and reports. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Column> of(String header) {
        return Arrays.stream(values())
                .filter(column -> column.word().equalsIgnoreCase(header.strip()))
                .findFirst();
    }
}
