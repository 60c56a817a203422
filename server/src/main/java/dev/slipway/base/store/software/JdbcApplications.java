package dev.slipway.base.store.software;

import dev.slipway.base.fleet.software.Application;
import dev.slipway.base.fleet.software.Applications;
import dev.slipway.base.fleet.software.Origin;
import dev.slipway.base.store.placement.PlacedChange;
import dev.slipway.base.store.sql.Desk;
import dev.slipway.base.store.sql.NamedRows;
import dev.slipway.base.store.sql.Row;
import dev.slipway.base.store.sql.Shape;
import dev.slipway.base.store.sql.Table;

/** Applications; one with releases or assignments cannot be removed. */
record JdbcApplications(Desk desk, Table<Application> table) implements Applications, NamedRows<Application> {
    static final Shape<Application> SHAPE = new Shape<>(
            "application",
            "name",
            row -> new Application(
                    row.id("id"),
                    row.text("name"),
                    row.text("title"),
                    row.small("install_order"),
                    row.truth("later"),
                    row.constant(Origin.class, "origin")),
            application -> Row.of("name", application.name())
                    .and("title", application.title())
                    .and("install_order", application.installOrder())
                    .and("later", application.later())
                    .and("origin", application.origin()));

    JdbcApplications(Desk desk) {
        this(desk, new Table<>(desk, SHAPE));
    }

    @Override
    public void replace(Application changed) {
        table.replace(changed);
        new PlacedChange(desk).ofApplication(changed.id());
    }
}
