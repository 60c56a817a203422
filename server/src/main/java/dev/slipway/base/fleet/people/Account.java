package dev.slipway.base.fleet.people;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Identified;
import dev.slipway.base.fleet.Secret;
import java.util.Optional;

/**
 * A SIP, mail or other service identity of a user.
 *
 * @param kind such as {@code sip}
 * @param address such as {@code alice@example.com}, unique in the tenant for its kind
 * @param secret kept encrypted; empty when the service needs none
 */
public record Account(
        Id<Account> id, Id<User> user, String kind, String address, Optional<Secret> secret, Service service)
        implements Identified<Account> {
    /**
     * How the account is served.
     *
     * @param label shown on the device; empty for the address
     * @param securityModel name of a security model; empty for any
     */
    public record Service(String label, String securityModel, State state) {}

    /** The same in another state. */
    public Account in(State state) {
        return new Account(
                id, user, kind, address, secret, new Service(service.label(), service.securityModel(), state));
    }

    /** Whether the service accepts it. */
    public enum State {
        ACTIVE,
        DISABLED
    }
}
