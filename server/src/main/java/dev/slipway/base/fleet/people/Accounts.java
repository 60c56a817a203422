package dev.slipway.base.fleet.people;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Records;
import java.util.List;
import java.util.Optional;

/**
 * The accounts of a tenant.
 */
public interface Accounts extends Records<Account> {
    /** All accounts of a user, oldest first. */
    List<Account> of(Id<User> user);

    /**
     * Active SIP accounts of active users, the first {@code most} by address, ordered by name.
     *
     * @param groups only of those who are in one of these or below it; empty for everyone
     */
    List<Contact> contacts(Optional<List<Id<Group>>> groups, int most);
}
