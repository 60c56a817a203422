/** Tests of the package of the same name. */
@NullMarked
package dev.slipway.base.wire.xml;

import org.jspecify.annotations.NullMarked;
