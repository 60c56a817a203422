package dev.slipway.admin.act.house;

import dev.slipway.admin.act.Acts;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Caller;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.core.enroll.DeviceTypeSeed;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Shows, makes and changes tenants: the operator of the installation all of them, everybody else the own one only. */
public final class TenantActs {
    private final Acts acts;

    /** For callers of {@code acts}. */
    public TenantActs(Acts acts) {
        this.acts = acts;
    }

    /** The caller's tenant; whoever sees people may see under which name they live. */
    public Tenant own(Caller caller) {
        return acts.ledger().lookups().tenants().stream()
                .filter(tenant -> tenant.id().equals(caller.tenant()))
                .findFirst()
                .orElseThrow();
    }

    /** Those that the caller may know of, oldest first. */
    public List<Tenant> seen(Caller caller) {
        return caller.operator() ? acts.ledger().lookups().tenants() : List.of(own(caller));
    }

    /** One of those that the caller may know of, by name, alias or id; refuses {@code tenant.unknown}. */
    public Tenant find(Caller caller, String text) {
        return seen(caller).stream()
                .filter(tenant -> Stream.of(
                                tenant.name(), tenant.alias(), tenant.id().toString())
                        .anyMatch(text::equalsIgnoreCase))
                .findFirst()
                .orElseThrow(() -> new Refusal("tenant.unknown", "There is no tenant of that name or alias."));
    }

    /**
     * Makes one with the device types that a tenant begins with. Refuses {@code role.not-allowed},
     * {@code fleet.duplicate} for a name, alias or host of another one, and what its form refuses.
     */
    public Tenant create(Caller caller, TenantForm form) {
        acts.allow(caller, Area.INSTALLATION);
        Tenant made = form.tenant(Id.next(acts.means().random()));
        acts.ledger()
                .keep(
                        made,
                        caller.actor(),
                        new Act("tenant.create", made.name()),
                        stores -> DeviceTypeSeed.into(stores, acts.means().random()));
        return made;
    }

    /**
     * Changes one: its own administrators may, and the operator. Refuses {@code role.not-allowed},
     * {@code tenant.unknown}, {@code fleet.duplicate} and what its form refuses.
     *
     * @param edit is given the tenant as it stands, which nobody else changes meanwhile, and its form
     */
    public Tenant change(Caller caller, String which, BiFunction<Tenant, TenantForm, TenantForm> edit) {
        Tenant found = find(caller, which);
        acts.allow(caller, found.id().equals(caller.tenant()) ? Area.SERVER : Area.INSTALLATION);
        return acts.ledger()
                .change(found.id(), caller.actor(), new Act("tenant.update", found.name()), before -> edit.apply(
                                before, TenantForm.of(before))
                        .tenant(before.id()));
    }
}
