/** Heads, bodies and hellos, whole and in pieces. */
@NullMarked
package dev.slipway.door.relay.peek;

import org.jspecify.annotations.NullMarked;
