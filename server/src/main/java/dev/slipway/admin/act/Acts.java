package dev.slipway.admin.act;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.base.fleet.ledger.Ledger;
import dev.slipway.base.fleet.people.Administrator;
import dev.slipway.base.fleet.people.Role;
import java.util.function.Function;

/**
 * Does administrative acts: checks the role, opens the one transaction, keeps the journal.
 *
 * <p>Every way into the house for people leads through here, so no door can forget the check. Blocks; never on an
 * event loop.
 */
public final class Acts {
    private final Ledger ledger;
    private final Means means;

    /** Acts on what {@code ledger} keeps. */
    public Acts(Ledger ledger, Means means) {
        this.ledger = ledger;
        this.means = means;
    }

    /**
     * Does {@code command}; refuses {@code role.not-allowed} before anything happens, and whatever the command refuses.
     */
    public <T> T run(Caller caller, Command<T> command) {
        Rights.change(caller, command.area());
        Act act = ledger.read(caller.tenant(), stores -> command.act(Acting.of(stores, caller, means)));
        return ledger.write(
                caller.tenant(), caller.actor(), act, stores -> command.run(Acting.of(stores, caller, means)));
    }

    /** Answers from one consistent view; refuses {@code role.not-allowed}. */
    public <T> T see(Caller caller, Area area, Function<Acting, T> view) {
        Rights.see(caller, area);
        return ledger.read(caller.tenant(), stores -> view.apply(Acting.of(stores, caller, means)));
    }

    /** Lets an act pass that opens its own transaction, such as publishing; refuses {@code role.not-allowed}. */
    public void allow(Caller caller, Area area) {
        Rights.change(caller, area);
    }

    /**
     * An administrator as a caller. Those of the first tenant, which the installation began with, are its operators,
     * unless a role or group bounds them. Blocks.
     */
    public Caller caller(Id<Tenant> tenant, Actor actor, Administrator administrator) {
        boolean unbounded = administrator.role() == Role.ADMINISTRATOR
                && administrator.groups().isEmpty();
        boolean operator =
                unbounded && ledger.lookups().tenants().getFirst().id().equals(tenant);
        return new Caller(tenant, actor, administrator.role(), administrator.groups(), operator);
    }

    /** The ledger, for what needs no role. */
    public Ledger ledger() {
        return ledger;
    }

    /** What acts need besides the ledger. */
    public Means means() {
        return means;
    }
}
