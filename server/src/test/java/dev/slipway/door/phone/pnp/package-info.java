/** Phones on loopback that look for their server, and that are woken up. */
@NullMarked
package dev.slipway.door.phone.pnp;

import org.jspecify.annotations.NullMarked;
