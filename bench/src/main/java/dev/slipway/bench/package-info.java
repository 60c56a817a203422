/** Load runs beside the peers. */
@NullMarked
package dev.slipway.bench;

import org.jspecify.annotations.NullMarked;
