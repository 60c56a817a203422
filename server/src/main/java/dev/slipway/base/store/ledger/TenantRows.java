package dev.slipway.base.store.ledger;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.store.sql.Columns;
import dev.slipway.base.store.sql.Desk;
import java.net.URI;
import java.sql.SQLException;

/** Tenants and their host names. */
final class TenantRows {
    static final String QUERY =
            "select t.*, array(select host from tenant_host h where h.tenant = t.id order by host) as hosts"
                    + " from tenant t ";

    private TenantRows() {}

    static Tenant read(Columns row) throws SQLException {
        return new Tenant(
                row.id("id"),
                row.text("name"),
                row.text("alias"),
                URI.create(row.text("public_url")),
                row.texts("hosts"));
    }

    /** The desk's tenant, which nobody else changes until the transaction ends; refuses {@code fleet.unknown}. */
    static Tenant locked(Desk desk) {
        desk.sql("select from tenant where id = :tenant for no key update").list(row -> true);
        return desk.sql(QUERY + "where t.id = :tenant")
                .first(TenantRows::read)
                .orElseThrow(() -> new Refusal("fleet.unknown", "This tenant is not there: list the tenants."));
    }

    static void keep(Desk desk, Tenant tenant) {
        desk.sql("""
                        insert into tenant (id, name, alias, public_url) values (:tenant, :name, :alias, :public_url)
                        on conflict (id) do update set
                          name = excluded.name, alias = excluded.alias, public_url = excluded.public_url""")
                .bind("name", tenant.name())
                .bind("alias", tenant.alias())
                .bind("public_url", tenant.publicUrl())
                .run();
        desk.sql("delete from tenant_host where tenant = :tenant").run();
        desk.sql("""
                        insert into tenant_host (tenant, host)
                        select distinct :tenant, lower(host) from unnest(cast(:hosts as text[])) host
                        """).bind("hosts", tenant.hosts()).run();
        desk.changes().noteEveryone();
    }
}
