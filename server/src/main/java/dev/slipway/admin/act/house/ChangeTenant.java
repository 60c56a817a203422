package dev.slipway.admin.act.house;

import dev.slipway.admin.act.Acts;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Caller;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Act;
import java.util.function.UnaryOperator;

/** Shows and changes the tenant of a caller; nobody sees another one. */
public final class ChangeTenant {
    private final Acts acts;

    /** For callers of {@code acts}. */
    public ChangeTenant(Acts acts) {
        this.acts = acts;
    }

    /** The caller's tenant; whoever sees people may see under which name they live. */
    public Tenant show(Caller caller) {
        return acts.ledger().lookups().tenants().stream()
                .filter(tenant -> tenant.id().equals(caller.tenant()))
                .findFirst()
                .orElseThrow();
    }

    /** Changes alias, public address and hosts. Refuses {@code fleet.duplicate} and {@code tenant.public-url}. */
    public Tenant change(Caller caller, UnaryOperator<TenantForm> edit) {
        acts.allow(caller, Area.SERVER);
        Tenant before = show(caller);
        Tenant after = edit.apply(TenantForm.of(before)).tenant(before);
        acts.ledger().keep(after, caller.actor(), new Act("tenant.update", after.name()));
        return after;
    }
}
