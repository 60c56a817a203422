/**
 * A site of a switching center: the server's side of the tunnels. Comes in: streams that carry devices' connections.
 * Goes out: the same connections, steered by nature to this server's own ports, with a PROXY header that names the
 * device. Never: a connection that the center opened to here; the site dials.
 *
 * <p>Read first: {@link dev.slipway.door.relay.site.Site}, with its options.
 */
@NullMarked
package dev.slipway.door.relay.site;

import org.jspecify.annotations.NullMarked;
