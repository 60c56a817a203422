/**
 * The switching center: finds a site by its alias, over tunnels that the site dialled. Comes in: a name that a device
 * gave (server name, label, path or preamble). Goes out: a stream to a site, or nothing, after the same time whether
 * the alias is unknown or its site away. Never: a device's TLS opened, state besides the alias table, a list of aliases
 * for anybody who asks.
 *
 * <p>Read first: {@link dev.slipway.door.relay.center.SwitchingCenter}, {@link dev.slipway.door.relay.center.Aliases}.
 */
@NullMarked
package dev.slipway.door.relay.center;

import org.jspecify.annotations.NullMarked;
