package dev.slipway.base.fleet.people;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Records;
import java.util.List;

/**
 * The accounts of a tenant.
 */
public interface Accounts extends Records<Account> {
    /** All accounts of a user, oldest first. */
    List<Account> of(Id<User> user);
}
