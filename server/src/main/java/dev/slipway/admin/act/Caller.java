package dev.slipway.admin.act;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.Role;
import java.util.List;

/**
 * Who wants something done, and for which tenant.
 *
 * @param groups users and devices of these groups, and of those below them, are within reach; empty for all
 * @param operator true for who runs the installation: tenants and keys are in the hands of nobody else
 */
public record Caller(Id<Tenant> tenant, Actor actor, Role role, List<Id<Group>> groups, boolean operator) {
    public Caller {
        groups = List.copyOf(groups);
    }

    /** A caller without bounds within its role and tenant. */
    public Caller(Id<Tenant> tenant, Actor actor, Role role) {
        this(tenant, actor, role, List.of(), false);
    }

    /** Who holds the machine that the server runs on, acting for any tenant. */
    public static Caller local(Id<Tenant> tenant) {
        return new Caller(tenant, new Actor("server", "local"), Role.ADMINISTRATOR, List.of(), true);
    }
}
