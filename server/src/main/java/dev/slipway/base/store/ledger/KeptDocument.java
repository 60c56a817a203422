package dev.slipway.base.store.ledger;

import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.acts.Delivery;
import dev.slipway.base.fleet.devices.DeviceDocument;
import dev.slipway.base.store.acts.ActStores;
import dev.slipway.base.store.devices.DeviceStores;
import dev.slipway.base.store.sql.Columns;
import dev.slipway.base.store.sql.Desk;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A document with the deliveries that it begins, and the change that these are: all by one statement.
 *
 * @param changes the change, when what the device must remove is another now
 */
record KeptDocument(List<Change> changes) {
    /** Deliveries and change wait for the document; no row means that another writer was first. */
    private static final String TEXT = """
            with kept as (%1$s returning tenant, device),
            stood as (
              select application, %2$s as stand from delivery where tenant = :tenant and device = :device),
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
              returning application, %2$s as stand),
            changed as (
              insert into change_log (tenant, kind, subject)
              select tenant, 'device', device from kept where exists (
                select from begun left join stood using (application)
                where begun.stand <> coalesce(stood.stand, 'wanted'))
              returning %3$s)
            select kept.tenant, kept.device, array(select serial from changed) as serials from kept
            """.formatted(DeviceStores.KEEP_DOCUMENT, ActStores.STAND, ChangeRows.SERIAL);

    KeptDocument {
        changes = List.copyOf(changes);
    }

    /** Keeps {@code made}; empty when another writer was first. */
    static Optional<KeptDocument> keep(Desk desk, DeviceDocument made, long before, List<Delivery> offered) {
        return new DeviceStores(desk)
                .keeping(TEXT, made, before)
                .bind("applications", each(offered, Delivery::application))
                .bind("releases", each(offered, Delivery::release))
                .bind("wanted", each(offered, Delivery::wanted))
                .bind("states", each(offered, Delivery::state))
                .bind("at", each(offered, delivery -> delivery.note().at()))
                .bind("details", each(offered, delivery -> delivery.note().detail()))
                .first(KeptDocument::read);
    }

    private static KeptDocument read(Columns row) throws SQLException {
        long tenant = row.number("tenant");
        long device = row.number("device");
        return new KeptDocument(row.numbers("serials").stream()
                .map(serial -> new Change(serial, tenant, Change.Kind.DEVICE, device))
                .toList());
    }

    private static <T> List<T> each(List<Delivery> deliveries, Function<Delivery, T> part) {
        return deliveries.stream().map(part).toList();
    }
}
