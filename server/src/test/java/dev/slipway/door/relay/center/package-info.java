/** A switching center and its sites between real sockets. */
@NullMarked
package dev.slipway.door.relay.center;

import org.jspecify.annotations.NullMarked;
