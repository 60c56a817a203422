package dev.slipway.base.store.devices;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.store.sql.Desk;
import dev.slipway.base.store.sql.NamedRows;
import dev.slipway.base.store.sql.Table;

/** Device types; one that has devices cannot be removed. Nodes keep them in memory, so every change is noted. */
record JdbcDeviceTypes(Desk desk, Table<DeviceType> table) implements NamedRows<DeviceType> {
    JdbcDeviceTypes(Desk desk) {
        this(desk, new Table<>(desk, DeviceShapes.DEVICE_TYPE));
    }

    @Override
    public void add(DeviceType added) {
        table.add(added);
        desk.changes().note(Change.Kind.DEVICE_TYPE, added.id());
    }

    @Override
    public boolean remove(Id<DeviceType> id) {
        boolean removed = table.remove(id);
        if (removed) {
            desk.changes().note(Change.Kind.DEVICE_TYPE, id);
        }
        return removed;
    }

    @Override
    public void replace(DeviceType changed) {
        table.replace(changed);
        desk.changes().note(Change.Kind.DEVICE_TYPE, changed.id());
    }
}
