package dev.slipway.base.store.people;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.people.Webhook;
import dev.slipway.base.fleet.people.Webhooks;
import dev.slipway.base.store.SecretPlace;
import dev.slipway.base.store.sql.Columns;
import dev.slipway.base.store.sql.Desk;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Webhooks of a tenant; triggers write their calls. */
record JdbcWebhooks(Desk desk) implements Webhooks {
    private static final String QUERY = """
            select w.*, (select count(*) from webhook_call c where c.tenant = w.tenant and c.webhook = w.id) as waiting
            from webhook w where w.tenant = :tenant""";

    @Override
    public List<Webhook.Kept> all() {
        return desk.sql(QUERY + " order by lower(w.name)").list(this::kept);
    }

    @Override
    public Optional<Webhook.Kept> named(String name) {
        return desk.sql(QUERY + " and lower(w.name) = lower(:name)")
                .bind("name", name)
                .first(this::kept);
    }

    private Webhook.Kept kept(Columns row) throws SQLException {
        var standing = new Webhook.Standing(
                row.number("waiting"),
                row.number("lost"),
                row.small("failures"),
                row.text("answer"),
                row.optionalInstant("answered_at"));
        return new Webhook.Kept(read(desk, row), standing);
    }

    /** Makes a webhook of its row; its secret is opened at this desk. */
    static Webhook read(Desk desk, Columns row) throws SQLException {
        Id<Webhook> id = row.id("id");
        return new Webhook(
                id,
                row.text("name"),
                URI.create(row.text("address")),
                desk.box().unseal(place(desk, id), row.text("secret")),
                row.instant("created_at"));
    }

    @Override
    public void add(Webhook webhook) {
        desk.sql("""
                        insert into webhook (tenant, id, name, address, secret, created_at)
                        values (:tenant, :id, :name, :address, :secret, :created)""")
                .bind("id", webhook.id())
                .bind("name", webhook.name())
                .bind("address", webhook.address().toString())
                .bind("secret", desk.box().seal(place(desk, webhook.id()), webhook.secret()))
                .bind("created", webhook.created())
                .run();
    }

    @Override
    public void remove(Id<Webhook> webhook) {
        desk.sql("delete from webhook where tenant = :tenant and id = :id")
                .bind("id", webhook)
                .run();
    }

    private static SecretPlace place(Desk desk, Id<Webhook> id) {
        return new SecretPlace(desk.tenant().toString(), "webhook", id.toString(), "secret");
    }
}
