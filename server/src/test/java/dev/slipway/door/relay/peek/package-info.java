/** Heads, bodies and hellos, whole and in pieces. */
@org.jspecify.annotations.NullMarked
package dev.slipway.door.relay.peek;
