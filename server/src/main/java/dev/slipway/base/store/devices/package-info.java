/**
 * Device types, devices and what is kept for each device, in SQL.
 *
 * <p>Comes in: a desk. Goes out: the stores of {@code fleet.devices}. Never: a token; only its SHA-256.
 * Read first: {@link dev.slipway.base.store.devices.DeviceStores}, {@link dev.slipway.base.store.devices.DeviceShapes}.
 */
@NullMarked
package dev.slipway.base.store.devices;

import org.jspecify.annotations.NullMarked;
