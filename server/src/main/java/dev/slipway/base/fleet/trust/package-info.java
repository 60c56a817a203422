/**
 * The keys that sign, and the roots that vouch for them.
 *
 * <p>Comes in and goes out: records. They belong to the whole installation, not to a tenant. Never: a private key in
 * clear
 * outside this process.
 * Read first: {@link dev.slipway.base.fleet.trust.SigningKey}, {@link dev.slipway.base.fleet.trust.SigningKeys}.
 */
@NullMarked
package dev.slipway.base.fleet.trust;

import org.jspecify.annotations.NullMarked;
