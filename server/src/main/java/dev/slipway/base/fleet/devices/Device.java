package dev.slipway.base.fleet.devices;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Identified;
import dev.slipway.base.fleet.people.User;
import java.time.Instant;
import java.util.Optional;

/**
 * A managed phone, softphone or machine.
 *
 * @param name as shown; unique in the tenant
 */
public record Device(
        Id<Device> id, String name, Id<DeviceType> type, Optional<Id<User>> user, State state, Instant created)
        implements Identified<Device> {
    /** The same in another state. */
    public Device in(State next) {
        return new Device(id, name, type, user, next, created);
    }

    /** Where it is in its life. */
    public enum State {
        /** Entered by an administrator, never seen. */
        EXPECTED,
        ACTIVE,
        /** Gets the same answer as an unknown one. */
        BLOCKED,
        RETIRED
    }
}
