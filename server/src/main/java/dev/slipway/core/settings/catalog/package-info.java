/**
 * The neutral keys of the house: what each means, which values it takes, whether it is a device's or an account's.
 *
 * Comes in: the data file {@code keys.json}, then keys and values as people enter them. Goes out: the definition, a
 * warning, or a refusal ({@code settings.unknown-key}, {@code settings.value-invalid}) that says what would be right.
 * Never: a maker's own key; those pass through, and the maker's door brings its table.
 * Read first: {@link dev.slipway.core.settings.catalog.KeyCatalog}, {@link dev.slipway.core.settings.catalog.Key},
 * {@link dev.slipway.core.settings.catalog.ValueType}.
 */
@NullMarked
package dev.slipway.core.settings.catalog;

import org.jspecify.annotations.NullMarked;
