package dev.slipway.base.store.people;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.fleet.people.Users;
import dev.slipway.base.store.sql.Desk;
import dev.slipway.base.store.sql.NamedRows;
import dev.slipway.base.store.sql.Table;

/** Users; a new one has no device yet, so nobody is answered differently. */
record JdbcUsers(Desk desk, Table<User> table) implements Users, NamedRows<User>, GroupedRows<User> {
    JdbcUsers(Desk desk) {
        this(desk, new Table<>(desk, PeopleShapes.USER));
    }

    @Override
    public void replace(User changed) {
        table.replace(changed);
        desk.changes().note(Change.Kind.USER, changed.id());
    }

    @Override
    public boolean remove(Id<User> id) {
        desk.sql("select id from device where tenant = :tenant and \"user\" = :user")
                .bind("user", id)
                .list(row -> row.<User>id("id"))
                .forEach(device -> desk.changes().note(Change.Kind.DEVICE, device));
        desk.changes().note(Change.Kind.USER, id);
        return table.remove(id);
    }

    @Override
    public Membership<User> membership() {
        return new Membership<>(desk, table, Change.Kind.USER);
    }
}
