package dev.slipway.base.store.devices;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.acts.Delivery;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceDocument;
import dev.slipway.base.fleet.devices.DeviceDocuments;
import dev.slipway.base.store.SecretPlace;
import dev.slipway.base.store.acts.ActStores;
import dev.slipway.base.store.sql.Changes;
import dev.slipway.base.store.sql.Columns;
import dev.slipway.base.store.sql.Desk;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The documents last made: of several writers the first wins, and all get its bytes. A body may hold secrets of
 * settings and accounts, so it rests sealed.
 */
record JdbcDeviceDocuments(Desk desk) implements DeviceDocuments {
    /** Document, deliveries and the change they are; the deliveries wait for the document, and no row means none. */
    private static final String KEEP = """
            with kept as (
              insert into device_document as kept
                (tenant, device, file, version, content_hash, issued_at, expires_at, body, etag, serial)
              values (:tenant, :device, :file, :version, :content_hash, :issued_at, :expires_at,
                :body, :etag, :serial)
              on conflict (tenant, device, file) do update set
                version = excluded.version, content_hash = excluded.content_hash,
                issued_at = excluded.issued_at, expires_at = excluded.expires_at,
                body = excluded.body, etag = excluded.etag, serial = excluded.serial
              where (kept.version = :before and excluded.version > kept.version)
                or (excluded.etag = kept.etag and excluded.serial > kept.serial)
              returning tenant, device),
            stood as (
              select application, %1$s as stand from delivery where tenant = :tenant and device = :device),
            begun as (
              insert into delivery as begun (tenant, device, application, release, wanted, state, at, detail)
              select kept.tenant, kept.device, o.*
              from kept cross join unnest(cast(:applications as text[]), cast(:releases as text[]),
                cast(:wanted as boolean[]), cast(:states as text[]), cast(:at as timestamptz[]),
                cast(:details as text[])) o
              on conflict (tenant, device, application) do update set
                release = excluded.release, wanted = excluded.wanted, state = excluded.state,
                at = excluded.at, detail = excluded.detail
              where begun.release <> excluded.release or begun.wanted <> excluded.wanted
              returning application, %1$s as stand),
            changed as (
              insert into change_log (tenant, kind, subject)
              select tenant, 'device', device from kept where exists (
                select from begun left join stood using (application)
                where begun.stand <> coalesce(stood.stand, 'wanted'))
              returning %2$s as serial)
            select array(select serial from changed) as changes from kept""".formatted(ActStores.STAND, Changes.XID);

    @Override
    public Optional<DeviceDocument> find(Id<Device> device, String file) {
        return desk.sql("select * from device_document where tenant = :tenant and device = :device and file = :file")
                .bind("device", device)
                .bind("file", file)
                .first(this::read);
    }

    @Override
    public DeviceDocument keep(DeviceDocument made, long before, List<Delivery> offered) {
        Optional<Kept> kept = desk.sql(KEEP)
                .bind("device", made.device())
                .bind("file", made.file())
                .bind("version", made.version())
                .bind("content_hash", made.contentHash())
                .bind("issued_at", made.life().issued())
                .bind("expires_at", made.life().expires())
                .bind(
                        "body",
                        desk.box()
                                .seal(
                                        cell(made.device(), made.file()),
                                        made.body().bytes()))
                .bind("etag", made.body().etag())
                .bind("serial", made.body().serial())
                .bind("before", before)
                .bind("applications", each(offered, Delivery::application))
                .bind("releases", each(offered, Delivery::release))
                .bind("wanted", each(offered, Delivery::wanted))
                .bind("states", each(offered, Delivery::state))
                .bind("at", each(offered, delivery -> delivery.note().at()))
                .bind("details", each(offered, delivery -> delivery.note().detail()))
                .first(Kept::read);
        kept.flatMap(Kept::change).ifPresent(serial -> desk.changes()
                .logged(new Change(
                        serial,
                        desk.tenant().value(),
                        Change.Kind.DEVICE,
                        made.device().value())));
        return kept.isPresent() ? made : find(made.device(), made.file()).orElseThrow();
    }

    private static <T> List<T> each(List<Delivery> deliveries, Function<Delivery, T> part) {
        return deliveries.stream().map(part).toList();
    }

    /** That the document is kept; and the serial of the change, when what the device must remove is another now. */
    private record Kept(Optional<Long> change) {
        static Kept read(Columns row) throws SQLException {
            return new Kept(row.numbers("changes").stream().findFirst());
        }
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
