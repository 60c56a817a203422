package dev.slipway.base.fleet.people;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Identified;
import java.util.List;
import java.util.Optional;

/**
 * A person, or a program, at the console, the REST API or the command line.
 *
 * @param credential hash of the password (PHC string); empty when only tokens are used
 * @param groups the groups it may act on; empty for all
 */
public record Administrator(
        Id<Administrator> id, String login, Role role, Optional<String> credential, List<Id<Group>> groups)
        implements Identified<Administrator> {
    public Administrator {
        groups = List.copyOf(groups);
    }
}
