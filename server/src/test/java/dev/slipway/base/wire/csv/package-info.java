/** Tests of the package of the same name. */
@NullMarked
package dev.slipway.base.wire.csv;

import org.jspecify.annotations.NullMarked;
