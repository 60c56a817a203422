package dev.slipway.base.store.devices;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceAccount;
import dev.slipway.base.fleet.devices.DeviceAccounts;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.store.sql.Columns;
import dev.slipway.base.store.sql.Desk;
import java.sql.SQLException;
import java.util.List;

/** The accounts of a device by position. */
record JdbcDeviceAccounts(Desk desk) implements DeviceAccounts {
    @Override
    public List<DeviceAccount> of(Id<Device> device) {
        return desk.sql("select * from device_account where tenant = :tenant and device = :device order by position")
                .bind("device", device)
                .list(JdbcDeviceAccounts::read);
    }

    @Override
    public List<Id<Device>> holding(Id<Account> account) {
        return desk.sql("select distinct device from device_account where tenant = :tenant and account = :account"
                        + " order by device")
                .bind("account", account)
                .list(row -> row.id("device"));
    }

    static DeviceAccount read(Columns row) throws SQLException {
        return new DeviceAccount(row.id("device"), row.small("position"), row.id("account"), row.text("label"));
    }

    @Override
    public void place(Id<Device> device, List<DeviceAccount> accounts) {
        desk.sql("delete from device_account where tenant = :tenant and device = :device")
                .bind("device", device)
                .run();
        desk.sql("""
                        insert into device_account (tenant, device, position, account, label)
                        select :tenant, :device, a.position, a.account, a.label
                        from unnest(cast(:positions as int[]), cast(:accounts as bigint[]), cast(:labels as text[]))
                          a(position, account, label)""")
                .bind("device", device)
                .bind(
                        "positions",
                        accounts.stream().map(DeviceAccount::position).toList())
                .bind("accounts", accounts.stream().map(DeviceAccount::account).toList())
                .bind("labels", accounts.stream().map(DeviceAccount::label).toList())
                .run();
        desk.changes().note(Change.Kind.DEVICE, device);
    }
}
