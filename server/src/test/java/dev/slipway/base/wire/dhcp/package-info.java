/** Rules as DHCP servers write them. */
@NullMarked
package dev.slipway.base.wire.dhcp;

import org.jspecify.annotations.NullMarked;
