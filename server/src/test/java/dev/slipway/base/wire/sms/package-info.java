/** Tests of {@code base.wire.sms}: properties, limits and what is refused. */
@NullMarked
package dev.slipway.base.wire.sms;

import org.jspecify.annotations.NullMarked;
