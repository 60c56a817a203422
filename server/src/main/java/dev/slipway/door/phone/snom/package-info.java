/**
 * Settings files of snom desk phones and of all that are made by snom under another name, such as Gigaset Desktop IP
 * PRO: the maker is a label of the device type, the format is one.
 *
 * <p>Comes in: what a device must have. Goes out: {@code <setting-files>}, which leads to {@code <settings>} with
 * {@code perm} always written, to certificates and to the phone book; and where its firmware is. Source: snom wiki,
 * "Flags",
 * "Setting files", "tbook, phone-book tag", "update_policy", "Provisioning Polling for desk phones"; Gigaset wiki,
 * "Provisioning polling", version 3. Never: an empty or blank {@code perm}, which mean opposite things. Absence never
 * deletes on a phone, so what is revoked is written with an explicit value: positions without account, polling that is
 * off.
 * Read first: {@link dev.slipway.door.phone.snom.SnomSettings}, {@code SnomAccounts}, {@code SnomKey}.
 */
@NullMarked
package dev.slipway.door.phone.snom;

import org.jspecify.annotations.NullMarked;
