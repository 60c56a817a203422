/**
 * Acts on devices, their types and the subscriptions they carry.
 *
 * <p>Comes in: forms with names. Goes out: records of {@code fleet.devices}, checked. Design: DESIGN section 5,
 * Devices.
 * Never: a device's token; a decision that {@code core.enroll} makes.
 * Read first: {@link dev.slipway.admin.act.devices.DeviceKinds}, {@link dev.slipway.admin.act.devices.DeviceForm},
 * {@link dev.slipway.admin.act.devices.SetDeviceState}.
 */
@NullMarked
package dev.slipway.admin.act.devices;

import org.jspecify.annotations.NullMarked;
