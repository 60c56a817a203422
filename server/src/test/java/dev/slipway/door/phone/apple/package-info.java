/** Tests of configuration profiles. */
@NullMarked
package dev.slipway.door.phone.apple;

import org.jspecify.annotations.NullMarked;
