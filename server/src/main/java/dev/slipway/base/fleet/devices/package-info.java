/**
 * What devices there are, how they are recognised, and when they were seen.
 *
 * Read first: {@link dev.slipway.base.fleet.devices.DeviceType}, {@link dev.slipway.base.fleet.devices.Device},
 * {@link dev.slipway.base.fleet.devices.Devices}. Never: what a device should have.
 */
@NullMarked
package dev.slipway.base.fleet.devices;

import org.jspecify.annotations.NullMarked;
