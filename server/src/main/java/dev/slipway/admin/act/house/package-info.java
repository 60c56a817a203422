/**
 * Acts on the house itself: its tenants and its keys.
 *
 * <p>Comes in: what an administrator of the role ADMINISTRATOR or the operator wants. Goes out: a tenant, a
 * changed key, a document that is signed elsewhere.
 * Design: DESIGN sections 5 and 8.4. Never: a private key, but the one that leaves the
 * server for good.
 * Read first: {@link dev.slipway.admin.act.house.TenantActs}, {@link dev.slipway.admin.act.house.KeyActs}.
 */
@NullMarked
package dev.slipway.admin.act.house;

import org.jspecify.annotations.NullMarked;
