/** Tests of the package of the same name. */
@NullMarked
package dev.slipway.base.wire.qr;

import org.jspecify.annotations.NullMarked;
