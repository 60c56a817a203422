package dev.slipway.base.fleet.people;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Identified;
import java.util.Optional;

/**
 * A person with devices.
 *
 * @param login unique in the tenant; upper and lower case are the same
 * @param credential hash of the password (PHC string); empty until one is set, and then nobody can log on with it
 */
public record User(Id<User> id, String login, Person person, State state, Optional<String> credential)
        implements Identified<User> {
    /** Whether the user may log on. */
    public enum State {
        ACTIVE,
        DISABLED
    }
}
