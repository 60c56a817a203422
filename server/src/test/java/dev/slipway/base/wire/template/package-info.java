/** Tests of {@code base.wire.template}: properties, limits and what is refused. */
@NullMarked
package dev.slipway.base.wire.template;

import org.jspecify.annotations.NullMarked;
