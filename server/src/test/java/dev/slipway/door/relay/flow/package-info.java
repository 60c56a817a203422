/** A relay between real sockets. */
@NullMarked
package dev.slipway.door.relay.flow;

import org.jspecify.annotations.NullMarked;
