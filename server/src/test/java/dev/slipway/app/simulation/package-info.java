/** Tests of the package of the same name. */
@NullMarked
package dev.slipway.app.simulation;

import org.jspecify.annotations.NullMarked;
