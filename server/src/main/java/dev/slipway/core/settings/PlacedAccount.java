package dev.slipway.core.settings;

import dev.slipway.base.fleet.people.Account;

/**
 * An account as it stands on a device.
 *
 * @param position 1 for the first
 * @param label shown on the device, never empty
 */
public record PlacedAccount(int position, String label, Account account) {
    /** With the first label that is not empty: of the device, of the account, else the address. */
    static PlacedAccount of(int position, String label, Account account) {
        String own = account.service().label();
        String shown = !label.isEmpty() ? label : !own.isEmpty() ? own : account.address();
        return new PlacedAccount(position, shown, account);
    }
}
