package dev.slipway.base.store.devices;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceAddress;
import dev.slipway.base.fleet.devices.DeviceAddress.Pin;
import dev.slipway.base.fleet.devices.DeviceAddresses;
import dev.slipway.base.store.sql.Columns;
import dev.slipway.base.store.sql.Desk;
import dev.slipway.base.store.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Generations, windows and pins; nothing of an address that is secret. */
record JdbcDeviceAddresses(Desk desk) implements DeviceAddresses {
    @Override
    public Optional<DeviceAddress> find(Id<Device> device) {
        return desk.sql("select * from device_address where tenant = :tenant and device = :device")
                .bind("device", device)
                .first(JdbcDeviceAddresses::read);
    }

    @Override
    public void keep(DeviceAddress address) {
        Pin pin = address.pin().orElse(new Pin("", "", "", "", ""));
        bound(desk.sql("""
                        insert into device_address
                          (tenant, device, generation, open_until, pinned, maker, model, program, network, certificate)
                        values (:tenant, :device, :generation, :open_until, :pinned,
                          :maker, :model, :program, :network, :certificate)
                        on conflict (tenant, device) do update set
                          generation = excluded.generation, open_until = excluded.open_until, pinned = excluded.pinned,
                          maker = excluded.maker, model = excluded.model, program = excluded.program,
                          network = excluded.network, certificate = excluded.certificate"""), pin)
                .bind("device", address.device())
                .bind("generation", address.generation())
                .bind("open_until", address.openUntil())
                .bind("pinned", address.pin().isPresent())
                .run();
        desk.changes().note(Change.Kind.DEVICE, address.device());
    }

    @Override
    public boolean pin(Id<Device> device, Pin pin, Instant until) {
        int pinned = bound(desk.sql("""
                        update device_address set pinned = true, maker = :maker, model = :model, program = :program,
                          network = :network, certificate = :certificate, open_until = least(open_until, :until)
                        where tenant = :tenant and device = :device and not pinned"""), pin)
                .bind("device", device)
                .bind("until", until)
                .run();
        return pinned == 1;
    }

    @Override
    public boolean certify(Id<Device> device, String certificate) {
        int certified = desk.sql("""
                        update device_address set certificate = :certificate
                        where tenant = :tenant and device = :device and pinned and certificate = ''
                        """)
                .bind("device", device)
                .bind("certificate", certificate)
                .run();
        desk.changes().note(Change.Kind.DEVICE, device);
        return certified == 1;
    }

    @Override
    public void held(Id<Device> device, int positions) {
        desk.sql("""
                        update device_address set positions = :positions
                        where tenant = :tenant and device = :device and positions < :positions
                        """).bind("device", device).bind("positions", positions).run();
    }

    private static Sql bound(Sql sql, Pin pin) {
        return sql.bind("maker", pin.maker())
                .bind("model", pin.model())
                .bind("program", pin.program())
                .bind("network", pin.network())
                .bind("certificate", pin.certificate());
    }

    static DeviceAddress read(Columns row) throws SQLException {
        Optional<Pin> pin = row.truth("pinned")
                ? Optional.of(new Pin(
                        row.text("maker"),
                        row.text("model"),
                        row.text("program"),
                        row.text("network"),
                        row.text("certificate")))
                : Optional.empty();
        return new DeviceAddress(
                row.id("device"), row.small("generation"), row.instant("open_until"), pin, row.small("positions"));
    }
}
