package dev.slipway.base.store.ledger;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.ledger.DeviceView;
import dev.slipway.base.fleet.ledger.Lookups;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.people.ApiToken;
import dev.slipway.base.fleet.people.SipServer;
import dev.slipway.base.fleet.software.Artifact;
import dev.slipway.base.store.acts.ActivationShape;
import dev.slipway.base.store.devices.DeviceShapes;
import dev.slipway.base.store.messages.MessageStores;
import dev.slipway.base.store.people.PeopleShapes;
import dev.slipway.base.store.people.PeopleStores;
import dev.slipway.base.store.sql.Desk;
import dev.slipway.base.store.sql.Shape;
import dev.slipway.base.store.sql.Sql;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;

/** The look-ups that do not know the tenant: the only statements without one. */
record JdbcLookups(Transactions transactions, BiFunction<Handle, Id<Tenant>, Desk> desks) implements Lookups {
    @Override
    public List<Tenant> tenants() {
        return transactions.single(
                handle -> new Sql(handle, TenantRows.QUERY + "order by t.created_at, t.id").list(TenantRows::read));
    }

    @Override
    public Optional<Tenant> tenant(String aliasOrHost) {
        return transactions.single(handle -> new Sql(handle, TenantRows.QUERY + """
                        where lower(t.alias) = lower(:text)
                          or t.id = (select tenant from tenant_host where host = lower(:text))
                        order by lower(t.alias) = lower(:text) desc""")
                .bind("text", aliasOrHost)
                .first(TenantRows::read));
    }

    @Override
    public Optional<Owned<Device>> deviceByToken(Bytes sha256) {
        return owned(
                DeviceShapes.DEVICE,
                "join device_token k on k.tenant = t.tenant and k.device = t.id where k.sha256 = :key",
                sha256);
    }

    @Override
    public Optional<DeviceView> viewByToken(Bytes sha256, String file) {
        return transactions.single(handle -> new Sql(handle, DeviceViewSql.OF_TOKEN)
                .bind("token", sha256)
                .bind("file", file)
                .first(row -> new DeviceViewRow(desks.apply(handle, row.id("tenant"))).read(row)));
    }

    @Override
    public Optional<DeviceView> view(Id<Device> id, String file) {
        return transactions.single(handle -> new Sql(handle, DeviceViewSql.OF_DEVICE)
                .bind("device", id)
                .bind("file", file)
                .first(row -> new DeviceViewRow(desks.apply(handle, row.id("tenant"))).read(row)));
    }

    @Override
    public Optional<Owned<ApiToken>> apiToken(Bytes sha256) {
        return owned(PeopleShapes.API_TOKEN, "where t.sha256 = :key", sha256);
    }

    @Override
    public Optional<Owned<Device>> device(Id<Device> id) {
        return owned(DeviceShapes.DEVICE, "where t.id = :key", id);
    }

    @Override
    public Optional<Owned<Activation>> activation(Id<Activation> id) {
        return owned(ActivationShape.ACTIVATION, "where t.id = :key", id);
    }

    @Override
    public Optional<Owned<Activation>> activationByTicket(Bytes sha256) {
        return owned(ActivationShape.ACTIVATION, "where t.ticket = :key", sha256);
    }

    @Override
    public Optional<Owned<SipServer>> sipServer(Id<SipServer> id) {
        return transactions.single(handle -> new Sql(handle, Shape.query("sip_server", "") + "where t.id = :id")
                .bind("id", id)
                .first(row ->
                        new Owned<>(row.id("tenant"), PeopleStores.sipServer().read(row))));
    }

    @Override
    public Optional<Owned<GatewaySetup>> gateway(Id<GatewaySetup> id) {
        return transactions.single(handle -> new Sql(handle, Shape.query("message_gateway", "") + "where t.id = :id")
                .bind("id", id)
                .first(row -> {
                    Id<Tenant> tenant = row.id("tenant");
                    Desk desk = desks.apply(handle, tenant);
                    return new Owned<>(
                            tenant, new MessageStores(desk).gateway().reading().read(row));
                }));
    }

    @Override
    public List<Artifact> publicArtifacts() {
        return transactions.single(handle -> new Sql(handle, """
                        select a.sha256, b.length, b.media_type, a.file_name
                        from download_address d
                        join release r on r.tenant = d.tenant and r.id = d.release and r.state = 'published'
                        join release_artifact a on a.tenant = r.tenant and a.release = r.id
                        join artifact b on b.tenant = a.tenant and b.sha256 = a.sha256
                        order by a.tenant, a.release, a.target""")
                .list(row -> new Artifact(
                        row.text("sha256"), row.number("length"), row.text("media_type"), row.text("file_name"))));
    }

    private <T> Optional<Owned<T>> owned(Shape<T> shape, String condition, Object key) {
        return transactions.single(handle -> new Sql(handle, shape.query() + condition)
                .bind("key", key)
                .first(row -> new Owned<>(row.id("tenant"), shape.reading().read(row))));
    }
}
