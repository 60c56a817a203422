package dev.slipway.base.store.people;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.people.Contact;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.store.sql.Desk;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Contacts, cut by address, for which there is an index: a phone book of everyone costs the same however many there
 * are. They are ordered here, since the order of texts in a database depends on where it was made.
 */
record ContactRows(Desk desk) {
    private static final Comparator<Contact> BY_NAME =
            Comparator.comparing(Contact::name).thenComparing(Contact::address);

    private static final String QUERY = """
            select coalesce(nullif(u.name, ''), u.login) as name, a.address
            from account a join "user" u on u.tenant = a.tenant and u.id = a."user"
            where a.tenant = :tenant and a.kind = 'sip' and a.state = 'active' and u.state = 'active' %s
            order by lower(a.address), a.id limit :most""";

    private static final String OF_EVERYONE = QUERY.formatted("");

    private static final String OF_GROUPS = """
            with recursive below(id) as (
              select id from "group" where tenant = :tenant and id = any(cast(:groups as bigint[]))
              union
              select g.id from "group" g join below b on g.parent = b.id where g.tenant = :tenant)
            """ + QUERY.formatted("""
                    and a."user" in (
                      select m."user" from group_user m
                      where m.tenant = :tenant and m."group" in (select id from below))
                    """);

    List<Contact> of(Optional<List<Id<Group>>> groups, int most) {
        var sql = desk.sql(groups.isPresent() ? OF_GROUPS : OF_EVERYONE).bind("most", most);
        groups.ifPresent(those -> sql.bind("groups", those));
        return sql.list(row -> new Contact(row.text("name"), row.text("address"))).stream()
                .sorted(BY_NAME)
                .toList();
    }
}
