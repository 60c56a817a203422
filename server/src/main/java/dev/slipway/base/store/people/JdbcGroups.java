package dev.slipway.base.store.people;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.Groups;
import dev.slipway.base.store.sql.Desk;
import dev.slipway.base.store.sql.NamedRows;
import dev.slipway.base.store.sql.Table;
import java.util.Collection;
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

    /** Rows that were met are not followed again, so a circle in the data would end too. */
    @Override
    public List<Group> upFrom(Collection<Id<Group>> leaves) {
        return desk.sql("""
                        with recursive up(id, name, parent) as (
                          select id, name, parent from "group" where tenant = :tenant and id = any(:leaves)
                          union
                          select g.id, g.name, g.parent from "group" g join up on g.id = up.parent
                          where g.tenant = :tenant)
                        select * from up""").bind("leaves", leaves).list(table.reading());
    }
}
