/** The program on the device. */
@NullMarked
package dev.slipway.app;

import org.jspecify.annotations.NullMarked;
