/** Tests of the package of the same name. */
@NullMarked
package dev.slipway.bootloader.protocol.trust;

import org.jspecify.annotations.NullMarked;
