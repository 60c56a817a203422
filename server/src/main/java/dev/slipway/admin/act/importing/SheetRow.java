package dev.slipway.admin.act.importing;

import dev.slipway.base.wire.csv.CsvTable;

/** One row under its header. */
record SheetRow<C extends Titled>(Header<C> header, CsvTable.Row row) {
    int number() {
        return row.number();
    }

    /** Stripped; empty when the column or the field is not there. */
    String text(C column) {
        return header.field(row, column);
    }

    boolean has(C column) {
        return !text(column).isEmpty();
    }
}
