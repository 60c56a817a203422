/**
 * Acts on the house itself: its tenants and its keys.
 *
 * <p>Comes in: what an administrator of the role ADMINISTRATOR wants. Goes out: a changed tenant, a rotated key.
 * Design: DESIGN sections 5 and 8.4. Never: a private key.
 * Read first: {@link dev.slipway.admin.act.house.ChangeTenant}, {@link dev.slipway.admin.act.house.RotateKey}.
 */
@NullMarked
package dev.slipway.admin.act.house;

import org.jspecify.annotations.NullMarked;
