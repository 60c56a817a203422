/** The program on the device. */
@NullMarked
package dev.slipway.bootloader;

import org.jspecify.annotations.NullMarked;
