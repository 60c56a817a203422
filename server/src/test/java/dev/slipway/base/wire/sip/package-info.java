/** SIP messages of phones, whole, cut short and broken. */
@NullMarked
package dev.slipway.base.wire.sip;

import org.jspecify.annotations.NullMarked;
