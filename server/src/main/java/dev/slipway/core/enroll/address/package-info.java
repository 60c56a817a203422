/**
 * Phones are let in by an address that only they know (DESIGN section 5, Secrets).
 *
 * <p>Comes in: the address as shown, and the claim. Goes out: which device it is, or why nobody is let in; to the
 * device
 * every refusal looks the same. Never: a MAC address as a proof; SQL for an address that was not derived here.
 * Read first: {@link dev.slipway.core.enroll.address.AddressAdmission},
 * {@link dev.slipway.core.enroll.address.Bootstraps}, {@link dev.slipway.core.enroll.address.Verdict}.
 */
@NullMarked
package dev.slipway.core.enroll.address;

import org.jspecify.annotations.NullMarked;
