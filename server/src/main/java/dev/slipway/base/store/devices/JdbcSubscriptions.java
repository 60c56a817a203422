package dev.slipway.base.store.devices;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.devices.Subscription;
import dev.slipway.base.store.sql.Desk;
import dev.slipway.base.store.sql.Rows;
import dev.slipway.base.store.sql.Table;

/** Subscriptions; the devices of their user, and the one they are in, may be answered by them. */
record JdbcSubscriptions(Desk desk, Table<Subscription> table) implements Rows<Subscription> {
    JdbcSubscriptions(Desk desk) {
        this(desk, new Table<>(desk, DeviceShapes.SUBSCRIPTION));
    }

    @Override
    public void add(Subscription added) {
        table.add(added);
        note(added);
    }

    @Override
    public void replace(Subscription changed) {
        find(changed.id()).ifPresent(this::note);
        table.replace(changed);
        note(changed);
    }

    @Override
    public boolean remove(Id<Subscription> id) {
        find(id).ifPresent(this::note);
        return table.remove(id);
    }

    private void note(Subscription subscription) {
        subscription.user().ifPresent(user -> desk.changes().note(Change.Kind.USER, user));
        subscription.device().ifPresent(device -> desk.changes().note(Change.Kind.DEVICE, device));
    }
}
