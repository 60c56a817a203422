/**
 * The server's configuration: every key once, with type, default, unit, range and purpose.
 *
 * <p>Comes in: one YAML file, {@code SLIPWAY_*} variables and {@code --set KEY=VALUE}. Goes out: the record tree
 * {@link dev.slipway.app.config.Config}, and for each value where it came from. An unknown key stops the start.
 * Never: a setting of a device; those are data.
 *
 * <p>Read first: {@link dev.slipway.app.config.ConfigKey}, {@link dev.slipway.app.config.ConfigValues},
 * {@link dev.slipway.app.config.Config}.
 */
@NullMarked
package dev.slipway.app.config;

import org.jspecify.annotations.NullMarked;
