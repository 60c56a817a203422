package dev.slipway.base.store.people;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.Groups;
import dev.slipway.base.store.sql.Desk;
import dev.slipway.base.store.sql.NamedRows;
import dev.slipway.base.store.sql.Table;
import java.util.List;

/** Groups and who is in them. */
record JdbcGroups(Desk desk, Table<Group> table, GroupTree tree) implements Groups, NamedRows<Group> {
    JdbcGroups(Desk desk) {
        this(desk, new Table<>(desk, PeopleShapes.GROUP), new GroupTree(desk));
    }

    @Override
    public void add(Group added) {
        tree.requireRoom(added);
        table.add(added);
    }

    @Override
    public void replace(Group changed) {
        tree.requireRoom(changed);
        table.replace(changed);
        desk.changes().note(Change.Kind.GROUP, changed.id());
    }

    @Override
    public boolean remove(Id<Group> id) {
        desk.changes().note(Change.Kind.GROUP, id);
        return table.remove(id);
    }

    @Override
    public List<Group> all() {
        return table.where("where t.tenant = :tenant order by t.id").list(table.reading());
    }
}
