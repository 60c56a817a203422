package dev.slipway.base.store.devices;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceDocument;
import dev.slipway.base.fleet.devices.DeviceDocuments;
import dev.slipway.base.store.SecretPlace;
import dev.slipway.base.store.sql.Columns;
import dev.slipway.base.store.sql.Desk;
import dev.slipway.base.store.sql.Sql;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The documents last made: of several writers the first wins, and all get its bytes. A body may hold secrets of
 * settings and accounts, so it rests sealed.
 */
record JdbcDeviceDocuments(Desk desk) implements DeviceDocuments {
    /** Touches no row when another writer was first. */
    static final String KEEP = """
            insert into device_document as kept
              (tenant, device, file, version, content_hash, issued_at, expires_at, body, etag, serial)
            values (:tenant, :device, :file, :version, :content_hash, :issued_at, :expires_at,
              :body, :etag, :serial)
            on conflict (tenant, device, file) do update set
              version = excluded.version, content_hash = excluded.content_hash,
              issued_at = excluded.issued_at, expires_at = excluded.expires_at,
              body = excluded.body, etag = excluded.etag, serial = excluded.serial
            where (kept.version = :before and excluded.version > kept.version)
              or (excluded.etag = kept.etag and excluded.serial > kept.serial)""";

    @Override
    public Optional<DeviceDocument> find(Id<Device> device, String file) {
        return desk.sql("select * from device_document where tenant = :tenant and device = :device and file = :file")
                .bind("device", device)
                .bind("file", file)
                .first(this::read);
    }

    @Override
    public DeviceDocument keep(DeviceDocument made, long before) {
        return keeping(KEEP + " returning version", made, before)
                .first(row -> made)
                .or(() -> find(made.device(), made.file()))
                .orElseThrow();
    }

    /** A statement with {@link #KEEP} in it, which is bound. */
    Sql keeping(String text, DeviceDocument made, long before) {
        return desk.sql(text)
                .bind("device", made.device())
                .bind("file", made.file())
                .bind("version", made.version())
                .bind("content_hash", made.contentHash())
                .bind("issued_at", made.life().issued())
                .bind("expires_at", made.life().expires())
                .bind("body", sealed(made))
                .bind("etag", made.body().etag())
                .bind("serial", made.body().serial())
                .bind("before", before);
    }

    Bytes sealed(DeviceDocument made) {
        return desk.box().seal(cell(made.device(), made.file()), made.body().bytes());
    }

    DeviceDocument read(Columns row) throws SQLException {
        Id<Device> device = row.id("device");
        String file = row.text("file");
        Bytes body = desk.box().unseal(cell(device, file), row.bytes("body"));
        return new DeviceDocument(
                device,
                file,
                row.number("version"),
                row.text("content_hash"),
                new DeviceDocument.Life(row.instant("issued_at"), row.instant("expires_at")),
                new DeviceDocument.Body(body, row.text("etag"), row.number("serial")));
    }

    private SecretPlace cell(Id<Device> device, String file) {
        return new SecretPlace(desk.tenant().toString(), "device_document", device + "/" + file, "body");
    }
}
