/** Tests of the package of the same name. */
@NullMarked
package dev.slipway.door.portal;

import org.jspecify.annotations.NullMarked;
