/** Tests of the package of the same name, against stubs that behave like the suppliers. */
@NullMarked
package dev.slipway.door.gateway;

import org.jspecify.annotations.NullMarked;
