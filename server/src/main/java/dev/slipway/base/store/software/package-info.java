/**
 * Applications, releases and where devices find them, in SQL.
 *
 * <p>Comes in: a desk. Goes out: the stores of {@code fleet.software}. Never: the bytes of an artifact.
 * Read first: {@link dev.slipway.base.store.software.SoftwareStores}.
 */
@NullMarked
package dev.slipway.base.store.software;

import org.jspecify.annotations.NullMarked;
