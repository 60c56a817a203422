/** Tests of the package of the same name, with a receiver on loopback. */
@NullMarked
package dev.slipway.door.gateway.webhook;

import org.jspecify.annotations.NullMarked;
