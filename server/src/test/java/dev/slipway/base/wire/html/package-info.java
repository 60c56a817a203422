/** Tests of the package of the same name. */
@NullMarked
package dev.slipway.base.wire.html;

import org.jspecify.annotations.NullMarked;
