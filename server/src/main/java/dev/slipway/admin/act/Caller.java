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
 */
public record Caller(Id<Tenant> tenant, Actor actor, Role role, List<Id<Group>> groups) {
    public Caller {
        groups = List.copyOf(groups);
    }

    /** A caller without bounds within its role. */
    public Caller(Id<Tenant> tenant, Actor actor, Role role) {
        this(tenant, actor, role, List.of());
    }
}
