/**
 * Installable programs: applications, their releases and the artifacts of a release; where devices find them.
 *
 * Read first: {@link dev.slipway.base.fleet.software.Application}, {@link dev.slipway.base.fleet.software.Release},
 * {@link dev.slipway.base.fleet.software.Artifact}. Never: the bytes of an artifact in the database.
 */
@NullMarked
package dev.slipway.base.fleet.software;

import org.jspecify.annotations.NullMarked;
