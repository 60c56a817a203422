/** Tests of the package of the same name. */
@NullMarked
package dev.slipway.door.phone.recognition;

import org.jspecify.annotations.NullMarked;
