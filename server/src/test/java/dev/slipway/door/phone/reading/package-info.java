/** Tests of the package of the same name. */
@NullMarked
package dev.slipway.door.phone.reading;

import org.jspecify.annotations.NullMarked;
