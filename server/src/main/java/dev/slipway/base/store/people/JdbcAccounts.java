package dev.slipway.base.store.people;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.Accounts;
import dev.slipway.base.fleet.people.Contact;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.store.SecretPlace;
import dev.slipway.base.store.sql.Columns;
import dev.slipway.base.store.sql.Desk;
import dev.slipway.base.store.sql.Row;
import dev.slipway.base.store.sql.Rows;
import dev.slipway.base.store.sql.Shape;
import dev.slipway.base.store.sql.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Accounts; their secrets are sealed. They are answered to the devices of their user and to those that show them. */
record JdbcAccounts(Desk desk, Table<Account> table) implements Accounts, Rows<Account> {
    JdbcAccounts(Desk desk) {
        this(desk, new Table<>(desk, shape(desk)));
    }

    @Override
    public List<Account> of(Id<User> user) {
        return table.by("user", user, "t.created_at, t.id");
    }

    @Override
    public List<Contact> contacts(Optional<List<Id<Group>>> groups, int most) {
        return new ContactRows(desk).of(groups, most);
    }

    @Override
    public void add(Account added) {
        table.add(added);
        new SipCredentials(desk).keep(added);
        desk.changes().note(Change.Kind.USER, added.user());
    }

    @Override
    public void replace(Account changed) {
        note(changed.id());
        table.replace(changed);
        new SipCredentials(desk).keep(changed);
        desk.changes().note(Change.Kind.USER, changed.user());
    }

    @Override
    public boolean remove(Id<Account> id) {
        note(id);
        return table.remove(id);
    }

    /** The account, the user it had so far, and the devices it stands on explicitly. */
    private void note(Id<Account> id) {
        desk.changes().note(Change.Kind.ACCOUNT, id);
        desk.sql("select \"user\" from account where tenant = :tenant and id = :account")
                .bind("account", id)
                .first(row -> row.<User>id("user"))
                .ifPresent(user -> desk.changes().note(Change.Kind.USER, user));
        desk.sql("select device from device_account where tenant = :tenant and account = :account")
                .bind("account", id)
                .list(row -> row.<Device>id("device"))
                .forEach(device -> desk.changes().note(Change.Kind.DEVICE, device));
    }

    static Shape<Account> shape(Desk desk) {
        return new Shape<>("account", "address", row -> read(desk, row), account -> write(desk, account));
    }

    private static Account read(Desk desk, Columns row) throws SQLException {
        Id<Account> id = row.id("id");
        return new Account(
                id,
                row.id("user"),
                row.text("kind"),
                row.text("address"),
                row.optionalText("secret").map(kept -> desk.box().unseal(cell(desk, id), kept)),
                new Account.Service(
                        row.text("label"), row.text("security_model"), row.constant(Account.State.class, "state")));
    }

    private static Row write(Desk desk, Account account) {
        return Row.of("user", account.user())
                .and("kind", account.kind())
                .and("address", account.address())
                .and("secret", account.secret().map(secret -> desk.box().seal(cell(desk, account.id()), secret)))
                .and("label", account.service().label())
                .and("security_model", account.service().securityModel())
                .and("state", account.service().state());
    }

    private static SecretPlace cell(Desk desk, Id<Account> id) {
        return new SecretPlace(desk.tenant().toString(), "account", id.toString(), "secret");
    }
}
