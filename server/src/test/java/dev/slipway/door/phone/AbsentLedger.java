package dev.slipway.door.phone;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.base.fleet.acts.Delivery;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceDocument;
import dev.slipway.base.fleet.ledger.DeviceView;
import dev.slipway.base.fleet.ledger.Ledger;
import dev.slipway.base.fleet.ledger.Lookups;
import dev.slipway.base.fleet.ledger.Stores;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A ledger whose database can be taken away; with it, everything is the other one's. */
final class AbsentLedger implements Ledger {
    private final Ledger other;
    volatile boolean absent;

    AbsentLedger(Ledger other) {
        this.other = other;
    }

    private Ledger there() {
        if (absent) {
            throw new Refusal("data.unavailable", "The database is away.", Optional.of(Duration.ofSeconds(5)));
        }
        return other;
    }

    @Override
    public <T> T write(Id<Tenant> tenant, Actor actor, Act act, Function<Stores, T> work) {
        return there().write(tenant, actor, act, work);
    }

    @Override
    public <T> T note(Id<Tenant> tenant, Function<Stores, T> work) {
        return there().note(tenant, work);
    }

    @Override
    public <T> T read(Id<Tenant> tenant, Function<Stores, T> work) {
        return there().read(tenant, work);
    }

    @Override
    public <T> T look(Id<Tenant> tenant, Function<Stores, T> work) {
        return there().look(tenant, work);
    }

    @Override
    public DeviceView view(Id<Tenant> tenant, Id<Device> device, String file) {
        return there().view(tenant, device, file);
    }

    @Override
    public DeviceDocument keep(Id<Tenant> tenant, DeviceDocument made, long before, List<Delivery> offered) {
        return there().keep(tenant, made, before, offered);
    }

    @Override
    public void keep(Tenant tenant, Actor actor, Act act, Consumer<Stores> beginning) {
        there().keep(tenant, actor, act, beginning);
    }

    @Override
    public Tenant change(Id<Tenant> tenant, Actor actor, Act act, UnaryOperator<Tenant> edit) {
        return there().change(tenant, actor, act, edit);
    }

    @Override
    public Lookups lookups() {
        return there().lookups();
    }
}
