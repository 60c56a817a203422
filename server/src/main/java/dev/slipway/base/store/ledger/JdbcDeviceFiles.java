package dev.slipway.base.store.ledger;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceDocument;
import dev.slipway.base.fleet.devices.DeviceFiles;
import dev.slipway.base.store.devices.DeviceStores;
import dev.slipway.base.store.sql.Desk;
import dev.slipway.base.store.sql.Sql;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * The files of devices, written in one statement and in the order of their key, so that two batches never wait for each
 * other in a circle.
 *
 * @param desks opens the desk of a tenant
 */
record JdbcDeviceFiles(Transactions transactions, BiFunction<Handle, Id<Tenant>, Desk> desks) implements DeviceFiles {
    private static final String WRITE = """
            insert into device_document as kept
              (tenant, device, file, version, content_hash, issued_at, expires_at, body, etag, serial)
            select b.* from (
              select distinct on (tenant, device, file) * from unnest(
                cast(:tenants as bigint[]), cast(:devices as bigint[]), cast(:files as text[]),
                cast(:versions as bigint[]), cast(:hashes as text[]), cast(:issued as timestamptz[]),
                cast(:expires as timestamptz[]), cast(:bodies as bytea[]), cast(:etags as text[]),
                cast(:serials as bigint[]))
                u(tenant, device, file, version, content_hash, issued_at, expires_at, body, etag, serial)
              order by tenant, device, file, serial desc) b
            join device d on d.tenant = b.tenant and d.id = b.device
            order by b.tenant, b.device, b.file
            for key share of d
            on conflict (tenant, device, file) do update set
              version = excluded.version, content_hash = excluded.content_hash,
              issued_at = excluded.issued_at, expires_at = excluded.expires_at,
              body = excluded.body, etag = excluded.etag, serial = excluded.serial
            where excluded.serial > kept.serial""";

    @Override
    public void write(List<Made> made) {
        transactions.write(handle -> new Sql(handle, WRITE)
                .bind("tenants", each(made, Made::tenant))
                .bind("devices", documents(made, DeviceDocument::device))
                .bind("files", documents(made, DeviceDocument::file))
                .bind("versions", documents(made, DeviceDocument::version))
                .bind("hashes", documents(made, DeviceDocument::contentHash))
                .bind("issued", documents(made, document -> document.life().issued()))
                .bind("expires", documents(made, document -> document.life().expires()))
                .bind("bodies", each(made, one -> stores(handle, one.tenant()).sealed(one.document())))
                .bind("etags", documents(made, document -> document.body().etag()))
                .bind("serials", documents(made, document -> document.body().serial()))
                .run());
    }

    @Override
    public Optional<DeviceDocument> find(Id<Tenant> tenant, Id<Device> device, String file) {
        return transactions.single(
                handle -> stores(handle, tenant).deviceDocuments().find(device, file));
    }

    private DeviceStores stores(Handle handle, Id<Tenant> tenant) {
        return new DeviceStores(desks.apply(handle, tenant));
    }

    private static <T> List<T> documents(List<Made> made, Function<DeviceDocument, T> part) {
        return each(made, one -> part.apply(one.document()));
    }

    private static <T> List<T> each(List<Made> made, Function<Made, T> part) {
        return made.stream().map(part).toList();
    }
}
