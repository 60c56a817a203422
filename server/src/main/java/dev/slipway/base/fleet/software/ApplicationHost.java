package dev.slipway.base.fleet.software;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Identified;
import dev.slipway.base.fleet.people.Group;
import java.util.Optional;

/**
 * A host by its role, usable in settings as {@code ${host.ROLE}}.
 *
 * @param group empty for all; the leaf-most group of a device wins
 */
public record ApplicationHost(Id<ApplicationHost> id, String role, String host, int port, Optional<Id<Group>> group)
        implements Identified<ApplicationHost> {}
