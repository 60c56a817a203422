/** Tests of what the server and the Bootloader share. */
@NullMarked
package dev.slipway.bootloader.protocol;

import org.jspecify.annotations.NullMarked;
