/** Tests of the package of the same name. */
@NullMarked
package dev.slipway.core.message;

import org.jspecify.annotations.NullMarked;
