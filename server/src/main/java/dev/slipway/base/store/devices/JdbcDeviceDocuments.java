package dev.slipway.base.store.devices;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceDocument;
import dev.slipway.base.fleet.devices.DeviceDocuments;
import dev.slipway.base.store.sql.Columns;
import dev.slipway.base.store.sql.Desk;
import java.sql.SQLException;
import java.util.Optional;

/** The documents last made: of several writers of one version the first wins, and all get its bytes. */
record JdbcDeviceDocuments(Desk desk) implements DeviceDocuments {
    @Override
    public Optional<DeviceDocument> find(Id<Device> device, String file) {
        return desk.sql("select * from device_document where tenant = :tenant and device = :device and file = :file")
                .bind("device", device)
                .bind("file", file)
                .first(JdbcDeviceDocuments::read);
    }

    /** The same bytes made again, after later changes, only move the serial on. */
    @Override
    public DeviceDocument keep(DeviceDocument made) {
        return desk.sql("""
                        insert into device_document as kept
                          (tenant, device, file, version, content_hash, issued_at, expires_at, body, etag, serial)
                        values (:tenant, :device, :file, :version, :content_hash, :issued_at, :expires_at,
                          :body, :etag, :serial)
                        on conflict (tenant, device, file) do update set
                          version = excluded.version, content_hash = excluded.content_hash,
                          issued_at = excluded.issued_at, expires_at = excluded.expires_at,
                          body = excluded.body, etag = excluded.etag, serial = excluded.serial
                        where excluded.version > kept.version
                          or (excluded.etag = kept.etag and excluded.serial > kept.serial)
                        returning *""")
                .bind("device", made.device())
                .bind("file", made.file())
                .bind("version", made.version())
                .bind("content_hash", made.contentHash())
                .bind("issued_at", made.life().issued())
                .bind("expires_at", made.life().expires())
                .bind("body", made.body().bytes())
                .bind("etag", made.body().etag())
                .bind("serial", made.body().serial())
                .first(JdbcDeviceDocuments::read)
                .or(() -> find(made.device(), made.file()))
                .orElseThrow();
    }

    private static DeviceDocument read(Columns row) throws SQLException {
        return new DeviceDocument(
                row.id("device"),
                row.text("file"),
                row.number("version"),
                row.text("content_hash"),
                new DeviceDocument.Life(row.instant("issued_at"), row.instant("expires_at")),
                new DeviceDocument.Body(row.bytes("body"), row.text("etag"), row.number("serial")));
    }
}
