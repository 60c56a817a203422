package dev.slipway.base.store.acts;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.acts.Deliveries;
import dev.slipway.base.fleet.acts.Delivery;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.store.sql.Columns;
import dev.slipway.base.store.sql.Desk;
import java.sql.SQLException;
import java.util.List;

/**
 * Deliveries. What a device must remove depends on them, so a row that is no longer wanted, or is now removed, changes
 * the answer to its device; every other step does not.
 */
record JdbcDeliveries(Desk desk) implements Deliveries {
    static final String STAND = "case when state = 'removed' then 'gone' when wanted then 'wanted' else 'leaving' end";

    @Override
    public List<Delivery> of(Id<Device> device) {
        return desk.sql("select * from delivery where tenant = :tenant and device = :device order by application")
                .bind("device", device)
                .list(JdbcDeliveries::read);
    }

    @Override
    public void put(Delivery delivery) {
        boolean changed = desk.sql("""
                        with before as (
                          select %1$s as stand from delivery
                          where tenant = :tenant and device = :device and application = :application)
                        insert into delivery (tenant, device, application, release, wanted, state, at, detail)
                        values (:tenant, :device, :application, :release, :wanted, :state, :at, :detail)
                        on conflict (tenant, device, application) do update set
                          release = excluded.release, wanted = excluded.wanted, state = excluded.state,
                          at = excluded.at, detail = excluded.detail
                        returning %1$s <> coalesce((select stand from before), 'wanted') as changed
                        """.formatted(STAND))
                .bind("device", delivery.device())
                .bind("application", delivery.application())
                .bind("release", delivery.release())
                .bind("wanted", delivery.wanted())
                .bind("state", delivery.state())
                .bind("at", delivery.note().at())
                .bind("detail", delivery.note().detail())
                .first(row -> row.truth("changed"))
                .orElseThrow();
        if (changed) {
            desk.changes().note(Change.Kind.DEVICE, delivery.device());
        }
    }

    static Delivery read(Columns row) throws SQLException {
        return new Delivery(
                row.id("device"),
                row.text("application"),
                row.text("release"),
                row.truth("wanted"),
                row.constant(Delivery.State.class, "state"),
                new Delivery.Note(row.instant("at"), row.text("detail")));
    }
}
