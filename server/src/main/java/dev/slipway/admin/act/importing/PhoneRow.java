package dev.slipway.admin.act.importing;

import dev.slipway.base.wire.csv.CsvTable;

/** One row under its header. */
record PhoneRow(Header header, CsvTable.Row row) {
    int number() {
        return row.number();
    }

    /** Stripped; empty when the column or the field is not there. */
    String text(Column column) {
        return header.field(row, column);
    }

    boolean has(Column column) {
        return !text(column).isEmpty();
    }

    /** Whether it says anything of an account on the phone. */
    boolean placesAccount() {
        return has(Column.USER) || namesPlace();
    }

    /** Whether it says more of the account than whose it is. */
    boolean namesPlace() {
        return has(Column.ACCOUNT) || has(Column.POSITION) || has(Column.LABEL);
    }
}
