/**
 * Acts on software: applications, their hosts and download addresses, releases.
 *
 * <p>Comes in: forms with names. Goes out: records of {@code fleet.software}, checked; signing is
 * {@code core.bundle}'s.
 * Design: DESIGN section 5, Software. Never: the bytes of an artifact.
 * Read first: {@link dev.slipway.admin.act.software.SoftwareKinds},
 * {@link dev.slipway.admin.act.software.ApplicationForm}.
 */
@NullMarked
package dev.slipway.admin.act.software;

import org.jspecify.annotations.NullMarked;
