package dev.slipway.base.fleet.acts;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Records;
import dev.slipway.base.fleet.people.User;
import java.time.Instant;
import java.util.List;

/**
 * The activations of a tenant.
 */
public interface Activations extends Records<Activation> {
    /** Redeems it for the first caller only; false for everyone after. */
    boolean redeem(Id<Activation> activation, Instant now);

    /** All of a batch, by id. */
    List<Activation> in(Id<Import> batch);

    /** All of a user, newest first. */
    List<Activation> of(Id<User> user);

    /**
     * Open ones that somebody who types a code may mean, newest first, at most {@code most}.
     *
     * @param who login of the user, or the last four digits of the phone number
     */
    List<Activation> meant(String who, Instant now, int most);

    /** Notes that a page of it was opened, if it is the first time. */
    void opened(Id<Activation> activation, Activation.Page page, Instant at);
}
