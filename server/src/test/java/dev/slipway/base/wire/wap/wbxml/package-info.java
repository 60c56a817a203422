/** Tests of the package of the same name. */
@NullMarked
package dev.slipway.base.wire.wap.wbxml;

import org.jspecify.annotations.NullMarked;
