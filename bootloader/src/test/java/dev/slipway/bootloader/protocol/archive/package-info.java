/** Tests of the package of the same name. */
@NullMarked
package dev.slipway.bootloader.protocol.archive;

import org.jspecify.annotations.NullMarked;
