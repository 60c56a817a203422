/** Tests of the package of the same name. */
@NullMarked
package dev.slipway.bootloader.protocol.polling;

import org.jspecify.annotations.NullMarked;
