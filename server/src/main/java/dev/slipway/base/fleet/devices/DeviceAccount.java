package dev.slipway.base.fleet.devices;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.people.Account;

/**
 * An account on a device.
 *
 * @param position 1 for the first
 * @param label shown on the device; empty for the account's
 */
public record DeviceAccount(Id<Device> device, int position, Id<Account> account, String label) {}
