package dev.slipway.base.store.people;

import dev.slipway.base.fleet.people.Administrator;
import dev.slipway.base.store.sql.Desk;
import dev.slipway.base.store.sql.NamedRows;
import dev.slipway.base.store.sql.Table;

/** Administrators and the groups they may act on. */
record JdbcAdministrators(Desk desk, Table<Administrator> table) implements NamedRows<Administrator> {
    JdbcAdministrators(Desk desk) {
        this(desk, new Table<>(desk, PeopleShapes.ADMINISTRATOR));
    }

    @Override
    public void add(Administrator added) {
        table.add(added);
        limit(added);
    }

    @Override
    public void replace(Administrator changed) {
        table.replace(changed);
        desk.sql("delete from administrator_group where tenant = :tenant and administrator = :administrator")
                .bind("administrator", changed.id())
                .run();
        limit(changed);
    }

    private void limit(Administrator administrator) {
        desk.sql("""
                        insert into administrator_group (tenant, administrator, "group")
                        select distinct :tenant, cast(:administrator as bigint), g
                        from unnest(cast(:groups as bigint[])) g""")
                .bind("administrator", administrator.id())
                .bind("groups", administrator.groups())
                .run();
    }
}
