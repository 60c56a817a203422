package dev.slipway.base.store.people;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Identified;
import dev.slipway.base.fleet.Page;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.store.sql.Desk;
import dev.slipway.base.store.sql.Table;
import java.util.List;
import java.util.Locale;

/**
 * Who is in which group, directly; only a real change is noted, for the member.
 *
 * @param members their table
 * @param kind what they are: {@code USER} or {@code DEVICE}
 * @param <T> the member
 */
public record Membership<T extends Identified<T>>(Desk desk, Table<T> members, Change.Kind kind) {
    /** Puts a member in; false when already there. */
    boolean add(Id<Group> group, Id<T> member) {
        return change(
                "insert into group_%1$s (tenant, \"group\", \"%1$s\") values (:tenant, :group, :member)"
                        + " on conflict do nothing",
                group, member);
    }

    /** Takes a member out; false when not there. */
    boolean remove(Id<Group> group, Id<T> member) {
        return change(
                "delete from group_%1$s where tenant = :tenant and \"group\" = :group and \"%1$s\" = :member",
                group, member);
    }

    /** The groups of a member, by id. */
    List<Group> of(Id<T> member) {
        return new Table<>(desk, PeopleShapes.GROUP)
                .where(named("join group_%1$s m on m.tenant = t.tenant and m.\"group\" = t.id"
                        + " where t.tenant = :tenant and m.\"%1$s\" = :member order by t.id"))
                .bind("member", member)
                .list(PeopleShapes.GROUP.reading());
    }

    /** One page of the members of a group, by id. */
    List<T> in(Id<Group> group, Page page) {
        return members.where(named("join group_%1$s m on m.tenant = t.tenant and m.\"%1$s\" = t.id"
                        + " where t.tenant = :tenant and m.\"group\" = :group and t.id > :after"
                        + " order by t.id limit :size"))
                .bind("group", group)
                .bind("after", page.after())
                .bind("size", page.size())
                .list(members.reading());
    }

    private boolean change(String text, Id<Group> group, Id<T> member) {
        boolean changed = desk.sql(named(text))
                        .bind("group", group)
                        .bind("member", member)
                        .run()
                > 0;
        if (changed) {
            desk.changes().note(kind, member);
        }
        return changed;
    }

    private String named(String text) {
        return text.formatted(kind.name().toLowerCase(Locale.ROOT));
    }
}
