package dev.slipway.base.fleet.devices;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.User;
import java.util.List;
import java.util.Optional;

/**
 * What administrators say of a device: for comparing it with itself at another time.
 *
 * @param groups directly, by id
 * @param accounts as placed, by position; empty for all of its user
 */
public record DeviceSetup(
        String name,
        Id<DeviceType> type,
        Optional<Id<User>> user,
        List<Id<Group>> groups,
        List<PlacedAccount> accounts) {
    public DeviceSetup {
        groups = groups.stream().sorted().distinct().toList();
        accounts = List.copyOf(accounts);
    }

    /** An account at a position, 1 for the first; the label is empty for the account's. */
    public record PlacedAccount(int position, Id<Account> account, String label) {}
}
