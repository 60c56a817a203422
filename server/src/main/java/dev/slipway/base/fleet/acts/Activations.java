package dev.slipway.base.fleet.acts;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Records;
import dev.slipway.base.fleet.people.User;
import java.util.List;
import java.util.Optional;

/**
 * The activations of a tenant.
 */
public interface Activations extends Records<Activation> {
    /** The activation whose last ticket has this hash. */
    Optional<Activation> ticket(Bytes sha256);

    /** Redeems it for the first caller only; false for everyone after. */
    boolean redeem(Id<Activation> activation);

    /** All of a user, newest first. */
    List<Activation> of(Id<User> user);
}
