package dev.slipway.base.store.software;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.software.ApplicationHost;
import dev.slipway.base.store.sql.Desk;
import dev.slipway.base.store.sql.Row;
import dev.slipway.base.store.sql.Rows;
import dev.slipway.base.store.sql.Shape;
import dev.slipway.base.store.sql.Table;

/** Application hosts, of all or of a group. */
record JdbcApplicationHosts(Desk desk, Table<ApplicationHost> table) implements Rows<ApplicationHost> {
    static final Shape<ApplicationHost> SHAPE = new Shape<>(
            "application_host",
            "role",
            row -> new ApplicationHost(
                    row.id("id"), row.text("role"), row.text("host"), row.small("port"), row.optionalId("group")),
            host -> Row.of("role", host.role())
                    .and("host", host.host())
                    .and("port", host.port())
                    .and("group", host.group()));

    JdbcApplicationHosts(Desk desk) {
        this(desk, new Table<>(desk, SHAPE));
    }

    @Override
    public void add(ApplicationHost added) {
        table.add(added);
        note(added);
    }

    @Override
    public void replace(ApplicationHost changed) {
        find(changed.id()).ifPresent(this::note);
        table.replace(changed);
        note(changed);
    }

    @Override
    public boolean remove(Id<ApplicationHost> id) {
        find(id).ifPresent(this::note);
        return table.remove(id);
    }

    private void note(ApplicationHost host) {
        host.group().ifPresentOrElse(group -> desk.changes().note(Change.Kind.GROUP, group), () -> desk.changes()
                .noteEveryone());
    }
}
