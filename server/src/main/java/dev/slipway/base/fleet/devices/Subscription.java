package dev.slipway.base.fleet.devices;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Identified;
import dev.slipway.base.fleet.people.User;
import java.util.Optional;

/**
 * A SIM-bound identity.
 *
 * @param iccid empty text when unknown
 * @param msisdn E.164 with plus sign, empty text when unknown
 * @param device where it was last seen
 */
public record Subscription(
        Id<Subscription> id,
        String imsi,
        String iccid,
        String msisdn,
        Optional<Id<User>> user,
        Optional<Id<Device>> device)
        implements Identified<Subscription> {}
