/** Tests of the package of the same name. */
@NullMarked
package dev.slipway.base.wire.wap.ota;

import org.jspecify.annotations.NullMarked;
