/** Tests of the package of the same name. */
@NullMarked
package dev.slipway.door.phone.yealink;

import org.jspecify.annotations.NullMarked;
