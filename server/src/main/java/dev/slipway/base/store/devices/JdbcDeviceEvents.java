package dev.slipway.base.store.devices;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceEvent;
import dev.slipway.base.fleet.devices.DeviceEvents;
import dev.slipway.base.store.sql.Columns;
import dev.slipway.base.store.sql.Desk;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** What devices reported; a list goes out in one statement. */
record JdbcDeviceEvents(Desk desk) implements DeviceEvents {
    @Override
    public long add(Id<Device> device, List<DeviceEvent> events) {
        return desk.sql("""
                        with added as (
                          insert into device_event
                            (tenant, device, sequence, at, bundle, application, release, step, state, detail)
                          select :tenant, :device, e.*
                          from unnest(cast(:sequence as bigint[]), cast(:at as timestamptz[]),
                            cast(:bundle as bigint[]),
                            cast(:application as text[]), cast(:release as text[]), cast(:step as text[]),
                            cast(:state as text[]), cast(:detail as text[])) e
                          on conflict do nothing
                          returning sequence)
                        select greatest(
                          (select coalesce(max(sequence), 0) from added),
                          (select coalesce(max(sequence), 0) from device_event
                           where tenant = :tenant and device = :device)) as highest""")
                .bind("device", device)
                .bind("sequence", each(events, DeviceEvent::sequence))
                .bind("at", each(events, DeviceEvent::at))
                .bind("bundle", each(events, DeviceEvent::bundle))
                .bind("application", each(events, event -> event.subject().application()))
                .bind("release", each(events, event -> event.subject().release()))
                .bind("step", each(events, DeviceEvent::step))
                .bind("state", each(events, event -> event.outcome().state()))
                .bind("detail", each(events, event -> event.outcome().detail()))
                .first(row -> row.number("highest"))
                .orElseThrow();
    }

    @Override
    public List<DeviceEvent> newest(Id<Device> device, int limit) {
        return desk.sql("""
                        select * from device_event where tenant = :tenant and device = :device
                        order by sequence desc limit :limit""")
                .bind("device", device)
                .bind("limit", limit)
                .list(JdbcDeviceEvents::read)
                .reversed();
    }

    private static <T> List<T> each(List<DeviceEvent> events, Function<DeviceEvent, T> part) {
        return events.stream().map(part).toList();
    }

    private static DeviceEvent read(Columns row) throws SQLException {
        return new DeviceEvent(
                row.number("sequence"),
                row.instant("at"),
                row.number("bundle"),
                new DeviceEvent.Subject(row.text("application"), row.text("release")),
                row.text("step"),
                new DeviceEvent.Outcome(row.text("state"), row.text("detail")));
    }
}
